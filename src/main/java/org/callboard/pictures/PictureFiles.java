package org.callboard.pictures;

import java.util.Optional;
import java.util.UUID;

/**
 * Where the bytes of pictures are: a folder by default, a bucket by configuration. What is stored is there whole or not at
 * all, also after a crash, and does not change. Every method throws an {@link Unavailable} where the place can't be
 * reached.
 */
interface PictureFiles {

    /** One file: a picture of a company in one of its two sizes. */
    record Key(long tenant, UUID picture, PictureSize size) {

        /** Where it is, below the place's own root; two characters of the id keep folders small. */
        String path() {
            String id = picture.toString();
            return tenant + "/" + id.substring(0, 2) + "/" + id + "-" + size.name();
        }
    }

    /** Stores a file; one that is there already is replaced. */
    void put(Key key, byte[] content, String contentType);

    /** The file; empty where there is none. */
    Optional<byte[]> get(Key key);

    /** Removes a file; nothing happens where there is none. */
    void delete(Key key);

    /** The place can't be reached or is full. */
    final class Unavailable extends RuntimeException {
        Unavailable(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }
}
