package org.callboard.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.callboard.addresses.AddressParser;
import org.callboard.contactpoints.ContactOwner;
import org.callboard.contactpoints.ContactsChanged;
import org.callboard.details.Owned;
import org.callboard.search.SearchDocumentStore.Change;
import org.callboard.search.SearchDocumentStore.Content;
import org.callboard.search.SearchDocumentStore.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps the documents that records are found by. They belong to the change that makes them: whoever writes a name, an
 * address or a contact says so here in the same transaction, holding the record's row, so nobody else writes the document
 * meanwhile. They are written once in a transaction, at its end and all in one statement: a new customer's words and
 * numbers come from several steps, and each writing costs all entries in the index.
 */
@Service
public class SearchDocuments {

    /** Whose documents follow their contacts. */
    private static final Set<ContactOwner> KINDS = EnumSet.complementOf(EnumSet.of(ContactOwner.contact));

    private final SearchDocumentStore store;

    SearchDocuments(SearchDocumentStore store) {
        this.store = store;
    }

    /** Makes the documents of records, new ones and changed ones, of what they are found by and their contacts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(ContactOwner kind, long tenant, List<Owned<Findable>> records) {
        if (records.isEmpty()) {
            return;
        }
        Pending pending = pending(tenant);
        Lexemes lexemes = Lexemes.of(kind, tenant);
        for (Owned<Findable> record : records) {
            List<Words.Word> found = Words.of(record.what());
            Content content = new Content(
                    lexemes.document(record.owner(), found),
                    Words.doors(found),
                    AddressParser.postcode(record.what().address()));
            pending.put(new Key(kind, record.owner()), content);
            found.stream()
                    .filter(word -> word.field() != Field.DOOR)
                    .map(Words.Word::text)
                    .filter(SearchWordStore::isKept)
                    .forEach(pending.words::add);
        }
    }

    /** Brings the contacts of records into their documents, once these were written; of records that have one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void contactsChanged(ContactOwner kind, long tenant, Collection<Long> ids) {
        Pending pending = pending(tenant);
        ids.forEach(id -> pending.keepWords(new Key(kind, id)));
    }

    @EventListener
    void contactsChanged(ContactsChanged event) {
        if (KINDS.contains(event.kind())) {
            contactsChanged(event.kind(), event.tenant(), event.owners());
        }
    }

    /** Records that are not to be found any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(ContactOwner kind, long tenant, Collection<Long> ids) {
        Pending pending = pending(tenant);
        ids.forEach(id -> pending.remove(new Key(kind, id)));
    }

    private Pending pending(long tenant) {
        Pending known = (Pending) TransactionSynchronizationManager.getResource(this);
        if (known != null) {
            return known;
        }
        Pending pending = new Pending();
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(pending, this) {
            @Override
            public void beforeCommit(boolean readOnly) {
                write(tenant, pending);
            }
        });
        return pending;
    }

    private void write(long tenant, Pending pending) {
        if (!pending.removed.isEmpty()) {
            store.remove(tenant, pending.removed);
        }
        List<Change> documents = new ArrayList<>();
        pending.documents.forEach((record, content) -> documents.add(new Change(record, content)));
        if (!documents.isEmpty()) {
            store.put(tenant, documents, pending.words);
        }
    }

    /** What a transaction has come to so far: all who write records do so in the order of their keys. */
    private static final class Pending extends ResourceHolderSupport {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::kind).thenComparing(Key::id);

        private final Map<Key, @Nullable Content> documents = new TreeMap<>(ORDER);
        private final Set<Key> removed = new TreeSet<>(ORDER);
        private final Set<String> words = new TreeSet<>();

        void put(Key record, Content content) {
            removed.remove(record);
            documents.put(record, content);
        }

        void keepWords(Key record) {
            if (!removed.contains(record)) {
                documents.putIfAbsent(record, null);
            }
        }

        void remove(Key record) {
            documents.remove(record);
            removed.add(record);
        }
    }
}
