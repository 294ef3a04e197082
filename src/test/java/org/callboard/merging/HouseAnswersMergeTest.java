package org.callboard.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.merging.MergingShop.LOCATION;

import java.util.List;
import java.util.Map;
import org.callboard.changes.EntityKind;
import org.callboard.database.RecordShape;
import org.callboard.details.CustomDataRequests.CustomDataDraft;
import org.callboard.details.CustomDataRequests.CustomFieldUpdate;
import org.callboard.details.CustomFieldValue;
import org.callboard.jobs.HouseAnswers;
import org.callboard.jobs.Jobs;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;

/** What two locations remember of their house, when they turn out to be one. */
class HouseAnswersMergeTest {

    private final MergingShop shop = new MergingShop();
    private final CustomFieldTypes fields = Server.bean(CustomFieldTypes.class);
    private final long gate = ofHouse("Gate code");
    private final long pets = ofHouse("Pets");
    private final long customer = shop.customer("Robin Hale");
    private final long kept = shop.place(customer);
    private final long removed = shop.location(customer, "Rear", "12 Oak Street");

    private long ofHouse(String name) {
        return shop.shop.tenant.caller.call(() -> {
            long field =
                    fields.add(shop.tenant, "job", name, DataType.Text, null).id();
            fields.askAboutHouse(shop.tenant, field, true);
            return field;
        });
    }

    private long book(long location, CustomFieldUpdate... answers) {
        return shop.shop.tenant.caller.call(() -> Server.bean(Jobs.class)
                .book(
                        shop.tenant,
                        RecordShape.with(
                                shop.shop.jobDraft(customer, location),
                                "customData",
                                new CustomDataDraft(null, List.of(answers), null))));
    }

    @Test
    void theKeptOnesAnswersStayAndTheOthersAreAddedAndKnownToTheNextJob() {
        book(kept, new CustomFieldUpdate(gate, "1111"));
        long moved = book(removed, new CustomFieldUpdate(gate, "2222"), new CustomFieldUpdate(pets, "Cat"));
        shop.merge(LOCATION, kept, removed, Choices.NONE);

        assertThat(shop.location(kept).customData().customFields())
                .extracting(CustomFieldValue::value)
                .containsExactly("1111", "Cat");
        assertThat(shop.log(EntityKind.LOCATION, kept).getFirst().fields())
                .filteredOn(field -> field.name().equals("had"))
                .as("the history says what the other one was")
                .singleElement()
                .satisfies(field -> assertThat(String.valueOf(field.after())).contains("2222"));
        Map<Long, HouseAnswers.Kept> next = shop.shop.tenant.caller.call(
                () -> Server.bean(HouseAnswers.class).kept(shop.tenant, kept, fields.active(shop.tenant, "job")));
        assertThat(next.get(gate).value()).isEqualTo("1111");
        assertThat(next.get(pets).jobNumber()).as("its job came along").isEqualTo(Long.toString(moved));
    }
}
