"""The icons of the interface by the name that templates use. `tools/vendor.py` builds one SVG sprite from them.

A value is the Tabler icon (`outline/x` or `filled/x`), or our own drawing on a 24 x 24 grid.
"""

_NAMES = """
    activity adjustments-horizontal alert-circle archive arrow-back-up arrow-bar-to-down arrow-down arrow-forward-up
    arrow-left arrow-right arrow-up arrows-sort arrows-split award ban bell bookmark briefcase building
    building-community bulb calendar calendar-due calendar-event calendar-time camera certificate chart-bar check
    checks chevron-down chevron-left chevron-right chevron-up circle-check circle-dashed circle-minus circle-plus
    circle-x clipboard-check clipboard-list clock clock-pause cloud-off coins copy cut database database-export
    device-desktop device-floppy device-mobile dots dots-vertical download edit eraser external-link eye eye-off
    file file-check file-diff file-download file-import file-plus file-search file-spreadsheet file-text
    file-type-doc file-type-pdf file-upload file-zip files filter fingerprint flag folder folder-plus folders
    git-merge grid-dots hash help-circle hierarchy-2 hierarchy-3 history home id-badge-2 inbox info-circle key
    language layout-columns layout-list layout-sidebar link list list-check list-details list-tree lock lock-open
    login logout mail mail-forward mail-opened map map-pin menu-2 message message-2 message-plus message-question
    minus news notebook paperclip pencil phone photo pin player-pause player-play plus presentation printer qrcode
    question-mark refresh replace report rotate-2 rubber-stamp scale scan script search search-off send server
    settings share shield-check shield-lock signature sitemap sort-ascending sort-descending speakerphone stack-2
    star switch-horizontal table table-export tag target-arrow text-recognition timeline timeline-event toggle-right
    transfer trash typography upload user user-check user-circle user-minus user-off user-plus user-star users
    users-group users-plus vector-bezier-2 versions wifi-off world writing x zoom-check zoom-in zoom-out
"""
OUTLINE = tuple(_NAMES.split())

FILLED = {
    "done": "circle-check",
    "late": "alert-triangle",
    "obstacle": "flag",
    "doubtful": "help-square",
    "star-filled": "star",
    "pin-filled": "pin",
}

OWN = {
    "logo": '<rect x="1" y="1" width="22" height="22" rx="4.4" fill="currentColor" stroke="none"/>'
    '<path d="M6 7.5h12M6 12h7M6 16.5h5" stroke="var(--cd-logo-ink)" stroke-width="2.4"/>'
    '<path d="M13.6 15.8l2.4 2.4l4 -4.6" stroke="var(--cd-logo-ink)" stroke-width="2.4"/>',
    "new": '<circle cx="12" cy="12" r="9" stroke-dasharray="3.2 3.87"/>',
    "doing": '<circle cx="12" cy="12" r="9"/><path d="M12 7.5a4.5 4.5 0 0 1 0 9z" fill="currentColor"/>',
    "waiting": '<circle cx="12" cy="12" r="9"/><path d="M8 12h.01M12 12h.01M16 12h.01" stroke-width="2.6"/>',
    "paused": '<circle cx="12" cy="12" r="9"/><path d="M10 9v6M14 9v6"/>',
}


def sources() -> dict[str, str]:
    """Icon name -> file inside the Tabler package, without `.svg`."""
    return {name: f"outline/{name}" for name in OUTLINE} | {name: f"filled/{icon}" for name, icon in FILLED.items()}


def names() -> frozenset[str]:
    """Every name that `{% icon %}` knows."""
    return frozenset(OUTLINE) | frozenset(FILLED) | frozenset(OWN)
