package org.callboard.pictures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.refusals.Refusal;
import org.callboard.refusals.RefusalCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The uploaded pictures of a tenant. An upload waits for a booking to take it ({@link BookingPictures}) and is removed
 * after a day in which none did. Not in the change log: it becomes part of a business action only when a booking takes it.
 */
@Service
public class Pictures {

    /** Bytes of one upload, at most. */
    public static final int LARGEST = 10 << 20;

    /** The name of an upload's file in forms, and of what is wrong with it in refusals. */
    public static final String FIELD = "file";

    private static final Logger log = LoggerFactory.getLogger(Pictures.class);

    /** What a file holds and what it is, from our own record. */
    public record Content(UUID picture, PictureSize size, String type, byte[] bytes) {}

    private final PictureStore store;
    private final PictureFiles files;
    private final ImageProcessor imageProcessor;
    private final UntakenPictures untaken;
    private final TransactionTemplate transaction;

    Pictures(
            PictureStore store,
            PictureFiles files,
            ImageProcessor imageProcessor,
            UntakenPictures untaken,
            TransactionTemplate transaction) {
        this.store = store;
        this.files = files;
        this.imageProcessor = imageProcessor;
        this.untaken = untaken;
        this.transaction = transaction;
    }

    /**
     * Takes an upload in and gives its id. It is noted before its files are stored, so a crash between the two leaves
     * nothing that would not be removed. Invalid for what is no picture of a kind that is taken or has too many points,
     * TooLarge for more than {@link #LARGEST} bytes, Busy where it can't be kept at the moment.
     *
     * @param provider whose bookings may have it; null for those of any provider
     * @param uploadedBy who may find it again: a connection or a form, and which
     * @param upload is read when it is its turn to be drawn: a file, unless it is small
     */
    public UUID add(long tenant, @Nullable Long provider, String uploadedBy, Resource upload) {
        requireSize(upload);
        ImageProcessor.Developed picture = imageProcessor.develop(upload);
        UUID id = UUID.randomUUID();
        transaction.executeWithoutResult(
                status -> untaken.watch(tenant, id, store.insert(tenant, id, provider, uploadedBy, picture)));
        try {
            files.put(key(tenant, id, PictureSize.large), picture.large(), picture.contentType());
            files.put(key(tenant, id, PictureSize.thumbnail), picture.small(), "image/jpeg");
        } catch (PictureFiles.Unavailable e) {
            throw unavailable(e);
        }
        store.markStored(tenant, id);
        return id;
    }

    private static void requireSize(Resource upload) {
        try {
            if (upload.contentLength() > LARGEST) {
                throw tooLarge();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** TooLarge, with what to do. */
    static Refusal tooLarge() {
        return RefusalCode.TOO_LARGE.refuse("The picture is larger than 10 MB. Send a smaller version of it.");
    }

    /** A picture of the company; empty where there is none. Busy where it can't be read at the moment. */
    public Optional<Content> read(long tenant, UUID id, PictureSize size) {
        return store.find(tenant, id).filter(Picture::stored).flatMap(picture -> read(tenant, picture, size));
    }

    /** The same for the eyes of a provider: only what was uploaded for its bookings or has gone into one of them. */
    Optional<Content> read(long tenant, long provider, UUID id, PictureSize size) {
        return store.findOfProvider(tenant, provider, id).flatMap(picture -> read(tenant, picture, size));
    }

    /** The same for the eyes of whoever uploaded it, as long as no booking has it. */
    public Optional<Content> readWaiting(long tenant, UUID id, String uploadedBy, PictureSize size) {
        return waiting(tenant, uploadedBy).contains(id) ? read(tenant, id, size) : Optional.empty();
    }

    /** What somebody uploaded that no booking has yet, the oldest first. */
    public List<UUID> waiting(long tenant, String uploadedBy) {
        return store.waiting(tenant, uploadedBy);
    }

    /** Removes what somebody uploaded; nothing happens where a booking has it, or it is not theirs. */
    public void remove(long tenant, UUID id, String uploadedBy) {
        transaction.executeWithoutResult(status -> {
            if (store.lockWaiting(tenant, id, uploadedBy)) {
                untaken.remove(tenant, id);
            }
        });
    }

    private Optional<Content> read(long tenant, Picture picture, PictureSize size) {
        String type = size == PictureSize.large ? picture.contentType() : "image/jpeg";
        try {
            return files.get(key(tenant, picture.id(), size))
                    .map(bytes -> new Content(picture.id(), size, type, bytes));
        } catch (PictureFiles.Unavailable e) {
            throw unavailable(e);
        }
    }

    private static PictureFiles.Key key(long tenant, UUID id, PictureSize size) {
        return new PictureFiles.Key(tenant, id, size);
    }

    private static Refusal unavailable(PictureFiles.Unavailable e) {
        log.error("the pictures can't be reached: {}", e.getMessage());
        return RefusalCode.PICTURES_AWAY.refuse("Pictures can't be kept or shown at the moment. Try again later.");
    }
}
