package org.callboard.bookingscripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.callboard.changes.Changes;
import org.callboard.changes.Diff;
import org.callboard.changes.EntityKind;
import org.callboard.refusals.Refusal.Invalid;
import org.callboard.refusals.Refusal.NotFound;
import org.callboard.settings.CustomFieldType;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.settings.CustomFieldTypes;
import org.callboard.settings.JobTypes;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;

/** What the office asks for a job type. */
class BookingScriptsTest {

    private final Shop shop = new Shop();
    private final long tenant = shop.tenant.id;
    private final BookingScripts scripts = Server.bean(BookingScripts.class);
    private final CustomFieldTypes fields = Server.bean(CustomFieldTypes.class);

    private long field(String kind, String name, DataType type, List<String> options) {
        return shop.tenant.caller.call(
                () -> fields.add(tenant, kind, name, type, options).id());
    }

    private long text(String name) {
        return field("job", name, DataType.Text, null);
    }

    private void ask(long field) {
        shop.tenant.caller.run(() -> scripts.ask(tenant, shop.jobType, field, false, null));
    }

    private List<Long> asked() {
        return shop.tenant.caller.call(() -> scripts.asked(tenant, shop.jobType)).stream()
                .map(ScriptQuestion::id)
                .toList();
    }

    @Test
    void aScriptHasAnOrderWhichTheWireTells() {
        long gate = text("Gate code");
        long pets = text("Pets");
        ask(gate);
        ask(pets);
        assertThat(asked()).containsExactly(gate, pets);
        shop.tenant.caller.run(() -> {
            scripts.move(tenant, shop.jobType, gate, true); // the first stays
            scripts.move(tenant, shop.jobType, pets, true);
        });
        assertThat(asked()).containsExactly(pets, gate);
        assertThat(shop.tenant.caller.call(() ->
                        Server.bean(JobTypes.class).get(tenant, shop.jobType).customFieldTypeIds()))
                .containsExactly(pets, gate);
        assertThat(log(EntityKind.JOB_TYPE, shop.jobType).getFirst().fields())
                .containsExactly(new Diff.Field(
                        "customFieldTypeIds", List.of((int) gate, (int) pets), List.of((int) pets, (int) gate)));
        shop.tenant.caller.run(() -> scripts.update(tenant, shop.jobType, gate, true, "Is there a gate?"));
        assertThat(shop.tenant.caller.call(() -> scripts.get(tenant, shop.jobType, gate)))
                .extracting(ScriptQuestion::required, ScriptQuestion::help)
                .containsExactly(true, "Is there a gate?");
        shop.tenant.caller.run(() -> scripts.drop(tenant, shop.jobType, pets));
        assertThat(asked()).containsExactly(gate);
    }

    @Test
    void aFieldOutOfUseKeepsItsPlaceAndIsNotAsked() {
        long gate = text("Gate code");
        ask(gate);
        ask(text("Pets"));
        shop.tenant.caller.run(() -> fields.activate(tenant, "job", gate, false));
        assertThat(asked()).hasSize(1).doesNotContain(gate);
        assertThat(shop.tenant
                        .caller
                        .call(() -> scripts.all(tenant, shop.jobType))
                        .getFirst()
                        .id())
                .isEqualTo(gate);
        shop.tenant.caller.run(() -> fields.activate(tenant, "job", gate, true));
        assertThat(asked()).startsWith(gate);
    }

    @Test
    void whatCantBeAskedIsRefused() {
        long gate = text("Gate code");
        ask(gate);
        long ofLocations = field("location", "Filter size", DataType.Text, null);
        assertThatThrownBy(() -> ask(gate)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> ask(ofLocations)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> shop.tenant.caller.run(
                        () -> scripts.update(tenant, shop.jobType, gate, true, "x".repeat(1001))))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> shop.tenant.caller.run(() -> scripts.ask(tenant, 0, gate, true, null)))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> shop.tenant.caller.run(() -> scripts.drop(tenant, shop.jobType, ofLocations)))
                .isInstanceOf(NotFound.class);
        for (int i = 1; i < BookingScripts.MOST; i++) {
            ask(text("Question " + i));
        }
        assertThatThrownBy(() -> ask(text("One more")))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.errors()).containsOnlyKeys("typeId"));
    }

    @Test
    void theAnswersToAQuestionOfTheHouseHaveAFieldOfTheLocation() {
        long pets = text("Pets");
        about(pets, true);
        CustomFieldType made = there("Pets");
        assertThat(made.details().dataType()).isEqualTo(DataType.Text);
        assertThat(type(pets).locationTypeId()).isEqualTo(made.id());
        about(pets, false);
        assertThat(type(pets).ofHouse()).isFalse();
        shop.tenant.caller.run(() -> fields.activate(tenant, "location", made.id(), false));
        about(pets, true); // the one that is there, in use again
        assertThat(type(pets).locationTypeId()).isEqualTo(made.id());
        assertThat(there("Pets").active()).isTrue();

        long size = field("job", "Size", DataType.Numeric, null);
        field("location", "size", DataType.Text, null);
        assertThatThrownBy(() -> about(size, true))
                .isInstanceOfSatisfying(
                        Invalid.class, e -> assertThat(e.errors()).containsOnlyKeys("ofHouse"));

        long drain = field("job", "Cleanout", DataType.Dropdown, List.of("Front", "Back"));
        about(drain, true);
        shop.tenant.caller.run(
                () -> fields.update(tenant, "job", drain, "Where the cleanout is", List.of("Front", "Back", "Inside")));
        assertThat(there("Cleanout").details().dataTypeOptions()).containsExactly("Front", "Back", "Inside");
        assertThat(log(EntityKind.CUSTOM_FIELD_TYPE, pets).getFirst().fields())
                .extracting(Diff.Field::name)
                .containsExactly("locationTypeId");
    }

    @Test
    void ofManyWhoArrangeAtOnceNobodyLosesAQuestion() {
        List<Long> all = List.of(text("One"), text("Two"), text("Three"), text("Four"));
        all.forEach(this::ask);
        List<Thread> people = all.stream()
                .map(field -> Thread.ofVirtual()
                        .start(() -> shop.tenant.caller.run(() -> {
                            for (int i = 0; i < 5; i++) {
                                scripts.move(tenant, shop.jobType, field, i % 2 == 0);
                            }
                        })))
                .toList();
        people.forEach(one -> {
            try {
                one.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(asked()).containsExactlyInAnyOrderElementsOf(all);
    }

    private void about(long field, boolean ofHouse) {
        shop.tenant.caller.run(() -> fields.askAboutHouse(tenant, field, ofHouse));
    }

    private CustomFieldType type(long id) {
        return shop.tenant.caller.call(() -> fields.get(tenant, "job", id));
    }

    private CustomFieldType there(String name) {
        return shop.tenant.caller.call(() -> fields.all(tenant, "location")).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Changes.Change> log(EntityKind kind, long id) {
        return shop.tenant.caller.call(() -> Server.bean(Changes.class).of(tenant, kind, id));
    }
}
