{# The one script inside every page (the search has one more), so that what the reader chose (长者版, colour scheme) holds from
   the first paint on: a file would come too late, and the page would jump. Without it the same controls work for the page at
   hand, through :has() in tokens.css; where the browser keeps nothing, they do so with it. What else scripts do waits until the
   page has been painted or, where the address asks something, until it has been read: site.js, and the script of each element
   with `data-script`. A choice is set only where it differs: setting it has every style of the page worked out anew. The hash
   of this script is in the policy. -#}
(function(d){
var r=d.documentElement,ids={"view-large":"view",scheme:"scheme"},done;
function show(k,v){if(v)r.setAttribute("data-"+k,v);else r.removeAttribute("data-"+k)}
function recall(){for(var i in ids){
var k=ids[i],n=d.getElementById(i),v;
try{v=localStorage.getItem(k)}catch(e){return}
if(!/^(large|light|dark)$/.test(v))v="";
show(k,v);
if(!n)continue;
if(n.type==="checkbox"){if(n.checked!==!!v)n.checked=!!v}
else if(n.value!==v)n.value=v}}
function rest(){
if(done)return;done=1;
load("{{ static("site.js") }}");
[].forEach.call(d.querySelectorAll("[data-script]"),function(n){load(n.getAttribute("data-script"))})}
function load(a){var s=d.createElement("script");s.src=a;d.head.appendChild(s)}
show("scripts","on");
recall();
d.addEventListener("change",function(e){
var n=e.target,k=ids[n.id],v=n.type==="checkbox"?n.checked?"large":"":n.value;
if(!k)return;
try{if(v)localStorage.setItem(k,v);else localStorage.removeItem(k)}catch(x){}
show(k,v)});
addEventListener("storage",recall);
addEventListener("pageshow",recall);
d.addEventListener("DOMContentLoaded",function(){
recall();
if(location.search)return rest();
setTimeout(rest,3e3);
try{new PerformanceObserver(rest).observe({type:"paint",buffered:true})}catch(x){setTimeout(rest)}})
})(document)
