package org.callboard.exports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.callboard.changes.ChangeFeed;
import org.callboard.changes.ChangeFeed.Position;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.validation.Times;
import org.callboard.validation.VisibleText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Reads the change log as export feeds: each record that changed, as it is now, in the order of its last change. */
@Service
class Exports {

    /** How many records one answer holds at the most. */
    static final int PAGE = 1000;

    private static final Logger log = LoggerFactory.getLogger(Exports.class);

    private final AtomicBoolean told = new AtomicBoolean();
    private final ChangeFeed feed;
    private final FeedTokens tokens;

    Exports(ChangeFeed feed, FeedTokens tokens) {
        this.feed = feed;
        this.tokens = tokens;
    }

    /**
     * The next part of a feed. Invalid for a {@code from} that is neither a date nor a token of this feed.
     *
     * @param from nothing for the beginning, a date for what changed since, or the last {@code continueFrom}
     */
    <T> ExportPage<T> next(long tenant, FeedSource<T> source, @Nullable String from, boolean recent) {
        ChangeFeed.Part part = feed.next(tenant, source.kind(), position(tenant, source.kind(), from), recent, PAGE);
        Map<Long, T> shapes = new HashMap<>();
        if (!part.ids().isEmpty()) {
            source.byIds(tenant, part.ids()).forEach(shape -> shapes.put(source.id(shape), shape));
        }
        List<T> data =
                part.ids().stream().map(shapes::get).filter(Objects::nonNull).toList();
        return new ExportPage<>(part.more(), tokens.write(tenant, source.kind(), part.next()), data);
    }

    /** The token from which a reader goes on that reads a whole copy after this call. */
    String now(long tenant, FeedSource<?> source) {
        return tokens.write(tenant, source.kind(), feed.settled(tenant));
    }

    private Position position(long tenant, EntityKind kind, @Nullable String from) {
        if (from == null || !VisibleText.in(from)) {
            return Position.START;
        }
        String text = VisibleText.strip(from);
        if (text.matches("\\d{4}-.*")) {
            try {
                return Position.since(Times.bound(text));
            } catch (IllegalArgumentException e) {
                throw new Invalid("from", String.valueOf(e.getMessage()));
            }
        }
        Position position = tokens.read(tenant, kind, text);
        if (!feed.knows(tenant, position)) {
            if (told.compareAndSet(false, true)) {
                log.warn("A feed's reader knows of changes that this database does not have. Where it was put back and"
                        + " Callboard has not said so above, stop it and run: ./callboard restored");
            }
            throw FeedTokens.restored();
        }
        return position;
    }
}
