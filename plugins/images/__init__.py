"""One picture's bytes in; its sizes in AVIF, WebP and one for old browsers out, or what is wrong with it.

Whatever the file says of itself beside its pixels (where and when it was taken, with which device, by whom) stays
behind: orientation is applied, colours become sRGB, and nothing else is written. The same bytes give the same files.
`sheets` and `markup` cost nothing to import; Pillow comes with `opening` and `encoding`, when a picture is new.
"""
