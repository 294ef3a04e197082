package org.callboard.bench;

import java.util.List;
import org.callboard.addresses.Address;
import org.callboard.changes.Diff;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the change log would say of the records of one customer after another. One thread's own. */
final class ChangeRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Company company;
    private final int epoch;
    private CopyRows rows = new CopyRows(Table.CHANGE.width());
    private long sequence;
    private Company.Actor actor;

    ChangeRows(Company company, int epoch) {
        this.company = company;
        this.epoch = epoch;
        this.actor = company.owner();
    }

    /** Begins with a customer, whose rows have numbers from this one on. */
    void begin(Batch batch, long first, Draw draw) {
        rows = batch.rows(Table.CHANGE);
        sequence = first;
        actor = draw.chance(0.7) ? company.owner() : company.connection();
    }

    /** A customer or location that is new. */
    void created(String kind, long id, long when, String name, Address address, List<Long> tags) {
        add(
                kind,
                id,
                "created",
                when,
                now("name", name) + "," + now("address", address) + "," + now("tagTypeIds", tags));
    }

    /** Something that happened to a record, with one field that it brought. */
    void happened(String kind, long id, String action, long when, String field, Object value) {
        add(kind, id, action, when, now(field, value));
    }

    void updated(String kind, long id, long when) {
        add(kind, id, "updated", when, "{\"name\":\"doNotMail\",\"before\":true,\"after\":false}");
    }

    private void add(String kind, long id, String action, long when, String fields) {
        rows.row(company.tenant())
                .number(sequence++)
                .integer(epoch)
                .text(kind)
                .number(id)
                .text(action)
                .text(actor.kind())
                .number(actor.id())
                .text(actor.name())
                .time(when)
                .json("[" + fields + "]");
    }

    private static String now(String field, Object value) {
        return JSON.writeValueAsString(new Diff.Field(field, null, value));
    }
}
