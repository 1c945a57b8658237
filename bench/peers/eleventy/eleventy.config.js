// A site of the bench's corpus with Eleventy: what the other sites have, by Eleventy's own means.
const LENGTH = 20;

// Items by key, in the order of their coming.
function gathered(items, keys) {
  const groups = {};
  for (const item of items) {
    for (const key of keys(item)) (groups[key] ??= []).push(item);
  }
  return Object.entries(groups).map(([name, members]) => ({ name, members }));
}

// A group's pages: the first has the group's own address.
function paged(kind, { name, members }) {
  const total = Math.ceil(members.length / LENGTH);
  const address = (number) => `/${kind}/${name}${number > 1 ? `/page/${number}` : ""}.html`;
  return Array.from({ length: total }, (_, index) => ({
    name,
    total,
    number: index + 1,
    address: address(index + 1),
    newer: index ? address(index) : "",
    older: index + 1 < total ? address(index + 2) : "",
    members: members.slice(index * LENGTH, (index + 1) * LENGTH),
  }));
}

const month = (date) => new Date(date.getTime() + 8 * 3600_000).toISOString().slice(0, 7);

export default function (eleventy) {
  const newest = (api) => api.getFilteredByGlob("site/news/**/*.md").sort((a, b) => b.date - a.date);
  const topics = (api) => gathered(newest(api), (item) => item.data.topics);

  eleventy.addCollection("news", (api) => {
    const all = newest(api);
    all.forEach((item, index) => {
      item.data.next = all[index - 1];
      item.data.previous = all[index + 1];
    });
    return all;
  });
  eleventy.addCollection("lists", (api) => [
    ...topics(api).flatMap((group) => paged("topics", group)),
    ...gathered(newest(api), (item) => [item.data.column]).flatMap((group) => paged("columns", group)),
  ]);
  eleventy.addCollection("months", (api) => gathered(newest(api), (item) => [month(item.date)]));
  eleventy.addCollection("feeds", (api) => [
    { name: "", address: "/feed.xml", members: newest(api).slice(0, LENGTH) },
    ...topics(api).map(({ name, members }) => ({
      name,
      address: `/topics/${name}/feed.xml`,
      members: members.slice(0, LENGTH),
    })),
  ]);
  eleventy.addFilter("day", (date) => date.toISOString().slice(0, 10));
  eleventy.addFilter("stamp", (date) => date.toISOString());
  eleventy.addFilter("first", (items, count) => items.slice(0, count));
  return { dir: { input: "site", output: "output" }, markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
