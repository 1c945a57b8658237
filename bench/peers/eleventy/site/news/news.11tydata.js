// What all articles have in common: their shell and their address.
export default { layout: "article.njk", permalink: ({ page }) => `/news/${page.fileSlug}.html` };
