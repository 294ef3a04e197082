package org.callboard.notices;

import java.util.Map;
import java.util.Objects;
import org.callboard.changes.Action;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.validation.FieldErrors;
import org.callboard.wordings.MessageWords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a company tells its customers of appointments, and in which words. Nothing, until somebody wants it. */
@Service
public class NoticeSettings {

    private final NoticeWordsStore store;
    private final Changes changes;

    NoticeSettings(NoticeWordsStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    /** The words of every kind. */
    public Map<NoticeKind, MessageWords> words(long tenant) {
        return store.all(tenant);
    }

    /** Changes the words of a kind; Invalid names what is wrong. */
    @Transactional
    public void update(long tenant, NoticeKind kind, MessageWords words) {
        check(kind, words, new FieldErrors()).throwIfAny();
        Diff diff = Diff.between(Objects.requireNonNull(store.all(tenant).get(kind)), words);
        if (!diff.isEmpty()) {
            store.save(tenant, kind, words);
            changes.record(
                    EntityKind.MESSAGES, tenant, Action.APPOINTMENT_WORDING_CHANGED, diff.now("of", kind.label()));
        }
    }

    /** Notes what is wrong with words, by the fields of {@link MessageWords}. */
    public FieldErrors check(NoticeKind kind, MessageWords words, FieldErrors errors) {
        return words.check(errors, kind.placeholderWords());
    }
}
