"""Finding any run of characters in many texts: how text is compared, cut into segments and indexed. Pure.

`plugins.search` makes files of it and `search.js` reads them; the form of both is in docs/search.md.
"""
