package org.callboard.details;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.util.List;
import java.util.Optional;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.settings.BusinessUnit;
import org.callboard.settings.BusinessUnits;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.JobType;
import org.callboard.settings.JobTypes;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Who waits for a record sees what the other one left in all its tables, so nothing is overwritten unlogged. */
class ReadAfterLockTest {

    private final Office office = new Office();
    private final long tenant = office.tenant.id;
    private final EditDetails edit = Server.bean(EditDetails.class);

    @ParameterizedTest
    @EnumSource
    void aChangeOfARecordThatWaitedTellsOfTheTagsAndFieldsThatItReplaces(RecordKind kind) {
        long dog = office.tagType("Dog on site");
        long vip = office.tagType("VIP");
        long gate = office.field(kind.word(), "Gate code", DataType.Text, null);
        JsonNode customer = office.customer("Ada");
        boolean ofCustomer = kind == RecordKind.Customer;
        long id = customer.at(ofCustomer ? "/id" : "/locations/0/id").longValue();
        String path = (ofCustomer ? office.customers : office.locations) + "/" + id;
        ok(AtOnce.waiting(
                office.tenant.caller,
                () -> {
                    edit.addTag(kind, tenant, id, dog);
                    edit.changeCustomField(kind, tenant, id, gate, old -> Optional.of("1234"));
                },
                () -> office.api.patch(path, "{\"tagTypeIds\":[%d],\"customFields\":[]}".formatted(vip))));
        assertThat(ok(office.api.get(path)).get("tagTypeIds")).hasSize(1);
        assertThat(lastChange(kind.logged(), id))
                .containsExactly(
                        new Diff.Field("tagTypeIds", List.of((int) dog), List.of((int) vip)),
                        new Diff.Field("customFields." + gate, "1234", null));
    }

    @Test
    void aChangeOfAJobTypeThatWaitedTellsOfTheBusinessUnitsThatItReplaces() {
        BusinessUnits units = Server.bean(BusinessUnits.class);
        JobTypes types = Server.bean(JobTypes.class);
        office.tenant.caller.run(() -> {
            long plumbing =
                    units.add(tenant, new BusinessUnit.Details("Plumbing")).id();
            long heating =
                    units.add(tenant, new BusinessUnit.Details("Heating")).id();
            long leak =
                    types.add(tenant, new JobType.Details("Leak", List.of())).id();
            AtOnce.waiting(
                    office.tenant.caller,
                    () -> types.update(tenant, leak, new JobType.Details("Leak", List.of(plumbing))),
                    () -> office.tenant.caller.call(
                            () -> types.update(tenant, leak, new JobType.Details("Leak", List.of(heating)))));
            assertThat(lastChange(EntityKind.JOB_TYPE, leak))
                    .containsExactly(
                            new Diff.Field("businessUnitIds", List.of((int) plumbing), List.of((int) heating)));
        });
    }

    private List<Diff.Field> lastChange(EntityKind kind, long id) {
        return office.tenant
                .caller
                .call(() -> Server.bean(Changes.class).of(tenant, kind, id))
                .getFirst()
                .fields();
    }
}
