package org.callboard.pictures;

/**
 * How a decoder goes over a picture, told before it does: how often, and whether it has to hold all points meanwhile, in
 * memory that no limit of Java's bounds.
 */
record DecodePasses(int count, boolean holdsAll) {

    private static final int START_OF_SCAN = 0xda;
    private static final int END = 0xd9;
    private static final int INTERLACED = 28;

    static DecodePasses of(PictureType type, byte[] picture) {
        return switch (type) {
            case JPEG -> ofJpeg(picture);
            case PNG -> new DecodePasses(1, picture.length > INTERLACED && picture[INTERLACED] != 0);
            case WEBP -> new DecodePasses(1, true);
        };
    }

    /** Looks up to the end of the picture; telephones hang films and more behind it. */
    private static DecodePasses ofJpeg(byte[] jpeg) {
        int scans = 0;
        int components = 0;
        boolean holdsAll = false;
        int at = 2;
        while (at + 4 <= jpeg.length) {
            int marker = jpeg[at + 1] & 0xff;
            if (jpeg[at] != (byte) 0xff || marker == 0xff) {
                at++; // within a scan, or filled up
            } else if (marker == END) {
                break;
            } else if (marker <= 1 || marker >= 0xd0 && marker <= 0xd7) {
                at += 2; // stands alone
            } else {
                if (isFrame(marker) && at + 9 < jpeg.length) {
                    components = jpeg[at + 9] & 0xff;
                    holdsAll = (marker & 3) == 2; // progressive
                } else if (marker == START_OF_SCAN) {
                    scans++;
                    holdsAll |= scans > 1 || at + 4 < jpeg.length && (jpeg[at + 4] & 0xff) < components;
                }
                at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
            }
        }
        return new DecodePasses(Math.max(1, scans), holdsAll);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }
}
