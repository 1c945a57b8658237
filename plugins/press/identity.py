"""Who answers for the site: SITE_IDENTITY as the foot of every page shows it. What is blank is not shown.

The two filings lead to the registers that hold them, as the registers ask of every site (《互联网信息服务管理办法》 and
the police's 全国互联网安全管理服务平台).
"""

from __future__ import annotations

import re
from collections.abc import Mapping

ID_CODE = "网站标识码"
ICP_REGISTER = "https://beian.miit.gov.cn/"
POLICE_REGISTER = "https://beian.mps.gov.cn/#/query/webSearch?code="


def entries(identity: Mapping[str, str]) -> list[dict[str, str]]:
    """`label`, `value` and `href`, the register that has the entry ("" where none has), of all that is filled in."""
    return [
        {"label": label, "value": value.strip(), "href": _register(label, value)}
        for label, value in identity.items()
        if value.strip()
    ]


def _register(label: str, value: str) -> str:
    if label == "ICP备案":
        return ICP_REGISTER
    number = re.search(r"[0-9]{10,}", value)
    return POLICE_REGISTER + number[0] if label == "公安备案" and number else ""
