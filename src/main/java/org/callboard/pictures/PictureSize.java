package org.callboard.pictures;

/** The two sizes in which a picture is kept: at most 2048 and at most 320 points on a side. */
public enum PictureSize {
    large,
    thumbnail
}
