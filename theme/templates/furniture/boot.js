{# The one script inside a page, so that what the reader chose (长者版, colour scheme) holds from the first paint on: a file would come
   too late, and the page would jump. A choice made before site.js is there is kept, too. What else scripts do waits until
   the page has been painted: site.js, and the script of each element with `data-script`. Its hash is in the policy. -#}
(function(d){
function kept(k){try{return localStorage.getItem(k)||""}catch(e){return""}}
function show(k,v){if(v)r.setAttribute("data-"+k,v);else r.removeAttribute("data-"+k)}
function load(a){var s=d.createElement("script");s.src=a;d.head.appendChild(s)}
var r=d.documentElement,done;
show("scripts","on");
show("view",kept("view")==="large"?"large":"");
show("scheme",/^(light|dark)$/.test(kept("scheme"))?kept("scheme"):"");
d.addEventListener("change",function(e){
var t=e.target,k={"view-large":"view",scheme:"scheme"}[t.id],v=t.type==="checkbox"?t.checked?"large":"":t.value;
if(!k)return;
try{if(v)localStorage.setItem(k,v);else localStorage.removeItem(k)}catch(x){}
show(k,v)});
function rest(){
if(done)return;done=1;
load("{{ static("site.js") }}");
[].forEach.call(d.querySelectorAll("[data-script]"),function(n){load(n.getAttribute("data-script"))})}
d.addEventListener("DOMContentLoaded",function(){
setTimeout(rest,3e3);
try{new PerformanceObserver(rest).observe({type:"paint",buffered:true})}catch(x){setTimeout(rest)}})
})(document)
