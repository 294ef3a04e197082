package org.callboard.search;

import java.util.List;
import java.util.Objects;
import org.callboard.addresses.Address;
import org.callboard.details.Owned;
import org.callboard.details.RecordKind;
import org.callboard.understanding.RereadableStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names and addresses of one kind of records, and their documents. */
abstract class RereadDocumentStore extends RereadableStore {

    private final RecordKind kind;
    private final SearchDocuments documents;

    private RereadDocumentStore(RecordKind kind, JdbcClient jdbc, SearchDocuments documents) {
        super(jdbc, kind.word() + "s", kind.word(), "id", "true");
        this.kind = kind;
        this.documents = documents;
    }

    @Override
    public List<Long> reread(long tenant, List<Long> ids, boolean waiting) {
        List<Owned<Findable>> records = locked(
                "*",
                tenant,
                ids,
                waiting,
                (row, number) -> new Owned<>(
                        row.getLong("id"),
                        new Findable(row.getString("name"), Objects.requireNonNull(Address.read(row)))));
        documents.put(kind.contactOwner(), tenant, records);
        return records.stream().map(Owned::owner).toList();
    }

    @Repository
    static class OfCustomersStore extends RereadDocumentStore {
        OfCustomersStore(JdbcClient jdbc, SearchDocuments documents) {
            super(RecordKind.Customer, jdbc, documents);
        }
    }

    @Repository
    static class OfLocationsStore extends RereadDocumentStore {
        OfLocationsStore(JdbcClient jdbc, SearchDocuments documents) {
            super(RecordKind.Location, jdbc, documents);
        }
    }
}
