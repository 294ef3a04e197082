package org.callboard.mail;

/** How a message goes out. */
public enum Channel {
    Mail,
    Text
}
