// The base blog's own file of settings, filled in for the bench's corpus.
export default {
  title: "测速样报",
  url: process.env.BENCH_SITEURL,
  language: "zh-CN",
  description: "测速用的虚构文字。",
  author: { name: "测速样报", email: "", url: "" },
};
