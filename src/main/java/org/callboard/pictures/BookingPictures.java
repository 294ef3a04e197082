package org.callboard.pictures;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.refusals.RefusalCode;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which of a booking's picture addresses are uploads of ours, and whose they may be. */
@Service
public class BookingPictures {

    /** Uploaded pictures of one booking, at most. */
    public static final int MAX = 8;

    private static final String FIELD = "uploadedImages";

    private final PictureStore store;
    private final UntakenPictures untaken;

    BookingPictures(PictureStore store, UntakenPictures untaken) {
        this.store = store;
        this.untaken = untaken;
    }

    /**
     * Notes what is wrong with the addresses of a booking, each by its place in the list. One of our own must lead to a
     * picture of this company that was uploaded for this provider, or for any, and that no other booking has.
     *
     * @param booking null for a new one
     */
    public void check(
            long tenant,
            long provider,
            @Nullable Long booking,
            @Nullable List<? extends @Nullable String> urls,
            FieldErrors errors) {
        Map<Integer, PictureUrl> own = own(urls);
        if (own.isEmpty()) {
            return;
        }
        Set<UUID> ids = ids(own);
        Set<UUID> first = ids.stream().limit(MAX).collect(Collectors.toSet());
        Map<UUID, Picture> known =
                store.find(tenant, ids).stream().collect(Collectors.toMap(Picture::id, Function.identity()));
        own.forEach((place, url) -> {
            Picture picture = url.belongsTo(tenant) ? known.get(url.picture()) : null;
            if (!first.contains(url.picture())) {
                errors.add(
                        FIELD + "[" + place + "]", "At most " + MAX + " uploaded pictures are allowed in a booking.");
            } else if (picture == null || !picture.visibleTo(provider)) {
                errors.add(
                        FIELD + "[" + place + "]",
                        "There is no picture at this address that a booking of this provider may have.");
            } else if (!picture.mayGoTo(provider, booking)) {
                errors.add(FIELD + "[" + place + "]", "Another booking has this picture already. Upload it again.");
            }
        });
    }

    /**
     * Gives a booking, whose addresses were checked, the pictures that they name; those that they name no longer wait
     * again. PICTURE_TAKEN where another booking was faster.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(long tenant, long booking, @Nullable List<String> before, @Nullable List<String> now) {
        Set<UUID> had = ids(own(before));
        Set<UUID> has = ids(own(now));
        Set<UUID> gone = new LinkedHashSet<>(had);
        gone.removeAll(has);
        if (!gone.isEmpty()) {
            Instant since = store.release(tenant, booking, gone);
            gone.forEach(id -> untaken.watch(tenant, id, since));
        }
        has.removeAll(had);
        if (!has.isEmpty() && store.take(tenant, booking, has) < has.size()) {
            throw RefusalCode.PICTURE_TAKEN.refuse(
                    "Another booking took one of the pictures at the same moment. Upload it again.");
        }
    }

    /** The pictures of ours among a booking's addresses, each under its address. */
    public Map<String, UUID> of(long tenant, long booking, List<String> urls) {
        if (own(urls).isEmpty()) {
            return Map.of();
        }
        Set<UUID> ids = Set.copyOf(store.ofBooking(tenant, booking));
        Map<String, UUID> all = new LinkedHashMap<>();
        for (String url : urls) {
            PictureUrl.of(url).map(PictureUrl::picture).filter(ids::contains).ifPresent(id -> all.put(url, id));
        }
        return all;
    }

    private static Set<UUID> ids(Map<Integer, PictureUrl> own) {
        return own.values().stream().map(PictureUrl::picture).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Map<Integer, PictureUrl> own(@Nullable List<? extends @Nullable String> urls) {
        Map<Integer, PictureUrl> own = new LinkedHashMap<>();
        for (int i = 0; urls != null && i < urls.size(); i++) {
            int place = i;
            String address = urls.get(i);
            if (address != null) {
                PictureUrl.of(address).ifPresent(url -> own.put(place, url));
            }
        }
        return own;
    }
}
