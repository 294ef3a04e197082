package org.callboard.matches;

/** What two names have in common, the most first. */
enum NameLikeness {
    /** One name, however it is written; {@code Reyes, Jordan} is {@code Jordan Reyes}. */
    Equal,

    /** Perhaps one name: one letter is another, a name stands for its short form, or a part is missing in one. */
    Similar,

    /** One of them says too little, such as initials or a first name alone. */
    Unknown,

    /** Two people of one family. */
    SameFamily,

    OtherFamily
}
