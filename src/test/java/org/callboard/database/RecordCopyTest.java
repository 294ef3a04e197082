package org.callboard.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.callboard.database.RecordShape.Copy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A copy takes each component from where one of its name stands, and says at once where there is none. */
class RecordCopyTest {

    record Place(String street, @Nullable String city) {}

    record Details(
            String name,
            @Nullable Place place,
            boolean vip,
            @Nullable Long zone) {}

    record House(long id, Details details, String name, List<Long> tags) {}

    record Shown(
            long id,
            String name,
            @Nullable String city,
            @Nullable Long zone,
            List<Long> tags,
            String path) {}

    record Wanted(
            @Nullable String name,
            @Nullable Boolean vip,
            @Nullable Long zone,
            @Nullable String note) {}

    record Texts(String zone) {}

    private static final Details OLD = new Details("Ada", new Place("12 Oak St", null), true, 7L);

    @Test
    void aShapeTakesTheOutermostOfANameAndIsGivenWhatTheRecordHasNot() {
        Copy<Shown> copy = Copy.of(Shown.class, House.class, "path");
        assertThat(copy.from(new House(1, OLD, "Home", List.of(3L)), "/houses/1"))
                .isEqualTo(new Shown(1, "Home", null, 7L, List.of(3L), "/houses/1"));
    }

    @Test
    void whatStandsInARecordThatIsNotThereIsNull() {
        Copy<Shown> copy = Copy.of(Shown.class, House.class, "path");
        House bare = new House(1, new Details("Ada", null, false, null), "Home", List.of());
        assertThat(copy.from(bare, "/").city()).isNull();
    }

    @Test
    void aChangeLeavesWhatTheRequestDoesNotName() {
        Copy<Details> copy = Copy.change(Details.class, Wanted.class, "place");
        Place place = new Place("1 Elm St", "Dayton");
        assertThat(copy.changed(OLD, new Wanted(null, false, null, "x"), place))
                .isEqualTo(new Details("Ada", place, false, 7L));
        assertThat(copy.changed(OLD, new Wanted("Bob", null, 8L, null), OLD.place()))
                .isEqualTo(new Details("Bob", OLD.place(), true, 8L));
    }

    @Test
    void aComponentThatIsNowhereOrOfAnotherTypeIsRefusedWhenTheCopyIsDefined() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Copy.of(Shown.class, House.class))
                .withMessageContaining("gets its path from nowhere");
        assertThatIllegalStateException()
                .isThrownBy(() -> Copy.of(Texts.class, Details.class))
                .withMessageContaining("has zone as another type");
    }
}
