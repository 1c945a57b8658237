# ruff: noqa: E501 — one message a line, so that the table can be read as one
"""What an editor is told when a source can't be imported: what is wrong, and how to mend it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # Finding the sources
    "missing": ("找不到 {path}", "核对文件名和文件夹"),
    "file-name": ("{path} 的文件名不是 UTF-8 的文字，写不进报告", "给文件改一个名字再导入"),
    "special": ("{path} 是符号链接或特殊文件", "把文件本身复制过来再导入"),
    "empty": ("{name} 是空的，没有一个字", "核对文件；从原稿重新保存一份"),
    "nothing": ("{path} 里没有能导入的文件", "能导入的有：{kinds}，以及装着这些文件的文件夹和 zip"),
    "kind": ("{name} 不是能导入的文件", "能导入的有：{kinds}，以及装着这些文件的文件夹和 zip；旧的 .doc 用 Word 另存为 .docx"),
    "too-large": ("{name} 有 {size} MB，超过 {limit} MB 的上限", "稿件不会这样大：先把文字另存出来，或分成几个文件"),
    "too-many": ("{name} 里的文件超过 {limit} 个", "分几次导入"),
    # Encodings
    "bytes": ("{name} 第 {offset} 个字节（第 {line} 行）起不是 {encoding} 的文字，读不出来", "用编辑器打开，确认没有乱码，另存为 UTF-8"),
    "not-text": ("{name} 不是文本：第 {offset} 个字节是 {byte}，文本里不会有", "核对文件；若是别的格式，用原来的程序另存为 .txt、.docx 或 .pdf"),
    "encoding-unsure": ("{name} 是哪种编码说不准（{candidates} 都读得通）", "用编辑器打开，确认没有乱码，另存为 UTF-8"),
    # zip
    "zip-broken": ("{name} 不是完好的 zip（{why}）", "重新打包，或重新下载一份"),
    "zip-encrypted": ("{name} 有密码", "先解开密码，再打包成没有密码的 zip"),
    "zip-climbs": ("{name} 里的 {entry} 想写到文件夹之外，一个文件也没有导入", "这个 zip 不可信；只把需要的文件重新打包"),
    "zip-bomb": ("{name} 解开后超过 {limit} MB（或比压缩时大 {ratio} 倍以上），没有解开", "这个 zip 不可信；只把需要的文件重新打包"),
    "zip-nested": ("{name} 里又套着 {entry}，套得太深", "先把里面的 zip 解开"),
    # Word
    "docx-encrypted": ("{name} 有密码，打不开", "在 Word 里去掉密码，另存一份"),
    "docx-broken": ("{name} 不是完好的 Word 文件（{why}）", "在 Word 里打开，另存为 .docx；打不开的话请来稿人重发"),
    "docx-empty": ("{name} 里没有文字", "核对文件；若文字在图片里，要先打出来"),
    # PDF
    "pdf-encrypted": ("{name} 有密码，打不开", "请来稿人给一份没有密码的，或把文字另存出来"),
    "pdf-broken": ("{name} 不是完好的 PDF（{why}）", "重新下载一份；打不开的话请来稿人重发"),
    "pdf-scanned": ("{name} 是扫描的图片，里面没有文字", "先用文字识别软件（OCR）转成文字，核对后存为 .txt 再导入"),
    "pdf-garbled": ("{name} 第 {page} 页有 {count} 个字没有编码，读出来是乱码", "请来稿人给原来的 Word 文件，或用文字识别软件（OCR）转成文字"),
    "pdf-pages": ("{name} 有 {pages} 页，超过 {limit} 页的上限", "只取需要的几页，另存为一个 PDF"),
    # HTML and Markdown
    "html-deep": ("{name} 的标签一层套一层，太深了，读不下去", "在浏览器里打开，只把正文另存出来"),
    "no-text": ("{name} 里没有正文", "核对文件；网页要在浏览器里完整打开后再保存"),
    # Writing
    "exists": ("{path} 已经存在，没有覆盖", "换一个 --out 文件夹，或先把原来的移走"),
    "imported": ("{name} 已经导入过，见 {path}；没有再写", "要重新导入，先把那一篇和它的 .report.json 移走，或换一个 --out 文件夹"),
    "some": ("{count} 个没有导入：{names}", "其余的已经写好；上面逐个说明了原因"),
    "out-is-file": ("--out 后面的 {path} 是一个文件，不是文件夹", "写一个文件夹"),
    "unwritable": ("写不进 {path}（{why}）", "核对文件夹的权限和磁盘空间"),
    "no-out": ("没有说明写到哪里", "加上 --out 文件夹；只想看看结构，加上 --dry-run"),
    # The account
    "sum": ("{name} 的字数对不上：{what}，什么也没有写下", "这是程序的毛病：请把原文件和这句话交给技术人员；急用的话先手工录入"),
    "body": ("{name} 写成稿件后通不过检查（{what}），什么也没有写下", "这是程序的毛病：请把原文件和这句话交给技术人员；急用的话先手工录入"),
}  # fmt: skip
