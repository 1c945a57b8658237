# ruff: noqa: E501 — one message a line, so that the table can be read as one
"""The one table of what editors are told: for each code what is wrong and how to mend it, with named placeholders."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, tuple[str, str]]] = {
    # The file
    "file-too-large": ("文件有 {size} MB，超过 {limit} MB 的上限", "一篇稿件只写文字；图片放进 content/images/，再用 ![说明](images/文件名) 引用"),
    "folder-unknown": ("不认得的位置：稿件须放在 articles、topics、columns 或 pages 文件夹里", "把文件移到 content/ 下对应的文件夹"),
    "encoding": ("不是 UTF-8 编码，从这里起读不出来", "用编辑器另存为 UTF-8 编码"),
    "encoding-gb": ("不是 UTF-8 编码，看上去是 GB18030（GBK）", "用编辑器打开时选 GB18030，再另存为 UTF-8 编码"),
    "encoding-utf16": ("不是 UTF-8 编码，看上去是 UTF-16（记事本的“Unicode”）", "用编辑器另存为 UTF-8 编码"),
    "nul": ("夹有空字节（NUL），文件可能已经损坏", "删去这个字符；若全文都是乱码，从原稿重新复制文字"),
    "control": ("夹有看不见的控制字符 {name}", "删去这个字符，它多半是从别处复制时带进来的"),
    # The front matter as a block
    "front-missing": ("开头没有稿件信息", "第一行写 ---，接着写 title、slug 等字段，再用一行 --- 结束"),
    "front-unclosed": ("稿件信息没有结束", "在最后一个字段之后、正文之前，单独写一行 ---"),
    "front-not-mapping": ("稿件信息不是“字段: 内容”的形式", "每行写一个字段，例如 title: 标题"),
    "body-empty": ("没有正文", "在稿件信息之后写正文"),
    # YAML
    "yaml-tab": ("稿件信息里用了制表符缩进", "把制表符换成两个空格"),
    "yaml-colon-space": ("冒号后面缺一个空格", "写成 {field}: 内容，冒号用半角，后面空一格"),
    "yaml-colon-inside": ("内容里有半角冒号加空格，读成了另一个字段", "把整个内容用单引号括起来，或把半角冒号改成全角“：”"),
    "yaml-quote-open": ("引号没有配对", "在内容末尾补上同样的半角引号"),
    "yaml-quote-after": ("半角引号之后还有文字", "把整个内容用单引号括起来，例如 title: '“泉心为民”活动'；文中的引号用全角“”"),
    "yaml-bracket-open": ("方括号没有配对，或项目之间缺逗号", "写成 [甲, 乙]，括号和逗号都用半角"),
    "yaml-start": ("内容以 {char} 开头，这个符号在这里有别的意思", "把整个内容用单引号括起来"),
    "yaml-alias": ("用了 & 或 * 的引用写法", "把内容直接写出来；若内容本身以 & 或 * 开头，用单引号括起来"),
    "yaml-sign": ("内容以 {char} 开头，这个符号连同后面的字会被略去", "把整个内容用单引号括起来"),
    "yaml-indent": ("缩进对不齐", "同一层的字段左边对齐；列表的每一项以两个空格加“- ”开头"),
    "yaml-syntax": ("稿件信息的写法有误（{problem}）", "对照别的稿件检查这一行的冒号、引号和缩进；拿不准时把内容用单引号括起来"),
    "yaml-deep": ("稿件信息的层次太深，或者太长", "稿件信息最多两三层，检查方括号和缩进；正文写在 --- 之后"),
    "key-doubled": ("字段“{field}”写了两次，第一次在第 {first} 行", "只留一处"),
    "key-strange": ("字段名不是一个词", "写成 字段: 内容，例如 title: 标题"),
    # Fields
    "field-unknown": ("没有“{field}”这个字段", "{hint}"),
    "field-missing": ("缺少必填的字段“{field}”", "在稿件信息里加一行 {field}: {example}"),
    "field-empty": ("字段“{field}”是空的", "写上内容；确实没有就删去这一行"),
    "field-not-text": ("字段“{field}”应当是一段文字", "写成 {field}: 文字；不要写成列表，文字里有特殊符号时用单引号括起来"),
    "field-not-list": ("字段“{field}”应当是一个列表", "写成 {field}: [甲, 乙]，或每项一行，以“- ”开头"),
    "field-not-mapping": ("字段“{field}”的这一项应当由小字段组成", "写成 - {example}，下面的小字段与它对齐"),
    "field-not-number": ("“{value}”不是数", "只写阿拉伯数字，不带单位和逗号，例如 48000"),
    "field-not-year": ("“{value}”不是四位年份", "写成四位数字，例如 2026"),
    "field-too-small": ("“{value}”太小", "写 {least} 或更大的整数"),
    "field-not-flag": ("“{value}”不是“是”或“否”", "写 true（是）或 false（否）"),
    "field-choice": ("“{value}”不在可选的写法里", "从这些里选一个：{choices}"),
    "slug-form": ("slug“{value}”只能用小写英文字母、数字和连字符", "写成像 first-aid-training 这样，不要空格、大写、汉字和下划线"),
    "date-form": ("“{value}”不是认得的日期写法", "写成 2026-06-18 或 2026-06-18 09:30，不带时区"),
    "date-impossible": ("{value} 这一天（或时刻）不存在", "核对月份、日子和钟点"),
    "as-of-form": ("“{value}”不是认得的时点写法", "写成 2026、2026-06 或 2026-06-18"),
    "alias-form": ("旧地址“{value}”写法不对", "以 / 开头，以 / 或 .html 结尾，不带域名、问号、# 和 ..，例如 /2025/old-name.html"),
    "pick-form": ("“{value}”不是稿件的相对路径", "写成 ../articles/2026/文件名.md"),
    "image-field": ("“{value}”不是 images 文件夹里的图片", "把图片放进 content/images/，写成 images/文件名"),
    # facts
    "fact-absent": ("正文里没有“{text}”这几个字", "照正文里的写法填写 text，余、多、近、约等字也要一样"),
    "fact-unrecognised": ("正文里有“{text}”，但没有认作一个数字", "照认出的写法填写；确要列入，加 add: true 和 value: 数值"),
    "fact-nth": ("正文里的“{text}”只有 {count} 处，没有第 {nth} 处", "改 nth，或删去这一行"),
    "fact-value": ("添加数字“{text}”要写明数值", "加一行 value: 数值，例如 value: 48000"),
    "fact-quiet": ("“{text}”写在代码、上下标或删除线里，或者跨了段落，不能标成数字", "只填写一段之内的文字，不含代码"),
    "fact-high": ("“{text}”是一个区间，却没有写上限；或写了上限而不是区间", "bound: range 与 high: 上限 要一起写，high 不小于 value"),
    # The body: structure
    "too-deep": ("正文的层次太深，读不下去", "引用、列表和方括号不要一层套一层"),
    "heading-one": ("正文里用了一级标题“{text}”", "一级标题留给稿件的 title；正文的小标题从 ## 开始；行首要写 # 号时写成 \\#"),
    "heading-empty": ("小标题没有文字", "在 ## 后面写上文字，或删去这一行"),
    "emphasis-mixed": ("粗体和斜体的星号连在一起，读不准", "粗体写成 **文字**，斜体写成 *文字*，两处之间隔开；星号本身写成 \\*"),
    "callout-unknown": ("没有“{name}”这种提示框", "可用的有：{known}，例如 :::提示 标题"),
    "callout-unclosed": ("提示框没有结束", "在提示框的最后单独写一行 :::"),
    "callout-stray": ("这里的 ::: 没有对应的开头", "提示框以“:::提示 标题”开头；多余的 ::: 删去"),
    "factbox-twice": ("[[数说]] 写了两次", "一篇稿件只放一个数说栏，删去多余的"),
    "factbox-inside": ("[[数说]] 要单独占一行，不能在列表、引用、提示框或句子里", "把它移到两个段落之间，单独一行"),
    "footnote-undefined": ("脚注 [^{label}] 没有写注文", "在文末加一行 [^{label}]: 注文"),
    "footnote-empty": ("脚注 [^{label}] 的注文是空的", "在冒号后面写上注文，或删去这个脚注"),
    "footnote-unused": ("脚注 [^{label}] 有注文，正文里却没有引用它", "在正文要加注的地方写 [^{label}]，或删去注文"),
    "unsettled": ("还有待核的内容没有了结", "核实之后改好正文，删去这条注释"),
    "comment-unclosed": ("注释没有结束", "在注释末尾补上 -->"),
    # The body: HTML
    "html-tag": ("不能用 HTML 标签 <{tag}>", "删去标签，改用 Markdown 写法；若是要写小于号，写成 \\<"),
    "html-markup": ("不能用这种 HTML 标记", "删去它；若是要写小于号，写成 \\<"),
    "html-attribute": ("<{tag}> 标签不能带属性 {name}", "删去这个属性"),
    "html-unbalanced": ("<{tag}> 标签没有配对，或与别的标记交叉", "开头和结尾要写在同一段里，先开的后关"),
    "html-misplaced": ("<{tag}> 只能写在 <{parent}> 里面", "写成 <ruby>字<rt>zì</rt></ruby>"),
    # The body: links and images
    "link-empty": ("链接没有地址", "在圆括号里写上地址，或去掉链接"),
    "link-text-empty": ("链接没有文字", "在方括号里写上读者看得见的文字"),
    "link-inside-link": ("链接里又套了链接", "只留一个链接"),
    "link-outside": ("链接指到了 content/ 之外", "只链接 content/ 里的稿件，例如 ../2026/文件名.md"),
    "link-absolute": ("站内链接不能用绝对路径或不带协议的地址", "链接稿件用相对路径，例如 ../2026/文件名.md；外站写全 https://"),
    "link-backslash": ("地址里有反斜杠", "路径里用正斜杠 /"),
    "link-kind": ("相对地址只能指向 .md 稿件或 images/ 里的图片", "链接稿件写它的文件名，例如 ../2026/文件名.md"),
    "link-malformed": ("地址写法不对，浏览器打不开", "从浏览器地址栏重新复制一遍"),
    "url-script": ("不能用 {scheme}: 地址", "删去这个链接，它会在读者的浏览器里运行或夹带内容"),
    "url-scheme": ("不能用 {scheme}: 开头的地址", "只用 https、http、mailto、tel，或站内相对路径"),
    "image-alt": ("图片没有文字说明", "在方括号里写明图上有什么：![说明](images/文件名)"),
    "image-external": ("图片在站外，读者打开网页时会向外请求", "把图片存进 content/images/，写成 ![说明](images/文件名)"),
    "image-kind": ("图片要放在 content/images/ 里", "写成 ![说明](images/文件名)，文件名以 .jpg、.png、.webp、.gif 或 .avif 结尾"),
    "fragment-dead": ("链接的位置 #{fragment} 在 {target} 里找不到", "对照那一篇的小标题改写 # 后面的文字，或去掉 # 一段"),
    # Between files; judged by other rooms
    "topic-unknown": ("没有“{name}”这个专题", "现有专题：{known}；新专题要先在 topics/ 里建一个文件"),
    "column-unknown": ("没有“{name}”这个栏目", "现有栏目：{known}；新栏目要先在 columns/ 里建一个文件"),
    "slug-doubled": ("slug“{slug}”与 {other} 重复", "改成没有用过的；已经发布的那一篇不要改"),
    "title-doubled": ("标题“{name}”与 {other} 重复", "专题和栏目按标题辨认，改成不同的标题"),
    "alias-taken": ("旧地址 {alias} 已经被 {other} 占用", "删去这里的旧地址，或改那一篇"),
    "link-dead": ("链接的稿件 {target} 不存在", "核对文件名和文件夹；文件改过名的，链接也要跟着改"),
    "link-to-draft": ("链接的稿件 {target} 还是草稿", "先发布那一篇，或去掉链接"),
    "image-missing": ("图片 {target} 不存在", "把图片放进 content/images/，或改正文件名"),
    # Files that are no manuscripts
    "not-a-manuscript": ("不是稿件，也不是图片", "稿件是 .md 文件；图片（png、jpg、webp、avif、gif）放进 content/images/；别的移出 content/"),
    "symlink": ("是一个符号链接，内容可能在 content/ 之外", "把文件本身放进来"),
    "unreadable": ("读不出来（{why}）", "检查文件的权限，或重新复制一份"),
}  # fmt: skip

NOTES: Final[dict[str, str]] = {
    "bom": "文件开头有 BOM 标记，已略过",
    "line-ends": "换行是 Windows 或旧式写法（CRLF、CR），已按普通换行读",
    "comment": "“ #”之后的文字是注释，没有读进字段；若是内容，把整个内容用单引号括起来",
    "colon": "字段名后面用了全角冒号，已按半角读",
}

EXAMPLES: Final[dict[str, str]] = {
    "title": "标题",
    "slug": "first-aid-training",
    "date": "2026-06-18",
    "column": "栏目名",
    "topics": "[专题名]",
    "facts.text": "近70名",
    "facts": "text: 近70名",
    "corrections": "date: 2026-06-18",
    "corrections.date": "2026-06-18",
    "corrections.text": "更正的内容",
}
"""What a field looks like, for the way to mend."""
