package org.callboard.web.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.callboard.addresses.Coordinates;
import org.callboard.geography.CountyLines.Box;
import org.callboard.geography.Gazetteer;
import org.callboard.web.addresses.AddressMap.Spot;
import org.junit.jupiter.api.Test;

/** Where on the small map a point is. */
class MapFrameTest {

    private static final Coordinates DAYTON = new Coordinates(39.7589, -84.1916);

    @Test
    void thePointIsInTheMiddleOfWhatIsAroundIt() {
        MapFrame frame = MapFrame.around(DAYTON, 20);
        Spot pin = frame.spot(DAYTON, 10);
        assertThat(pin.x()).isCloseTo(frame.width() / 2, within(0.1));
        assertThat(pin.y()).isCloseTo(frame.height() / 2, within(0.1));
        assertThat(pin.radius()).isCloseTo(frame.length(10), within(0.1));
        Coordinates north = new Coordinates(39.7589 + 15 / Coordinates.KM_OF_DEGREE, -84.1916);
        assertThat(pin.y() - frame.spot(north, 0).y()).isCloseTo(frame.length(15), within(0.2));
        Coordinates east =
                new Coordinates(39.7589, -84.1916 + 15 / Coordinates.KM_OF_DEGREE / Math.cos(Math.toRadians(39.7589)));
        assertThat(frame.spot(east, 0).x() - pin.x())
                .as("as long to the east as to the north")
                .isCloseTo(frame.length(15), within(0.2));
        assertThat(frame.shows(pin)).isTrue();
        assertThat(frame.shows(frame.spot(new Coordinates(41, -84), 0))).isFalse();
        Box box = frame.box();
        assertThat(box.south()).isLessThan(39.7589 - 20 / Coordinates.KM_OF_DEGREE);
        assertThat(box.north()).isGreaterThan(39.7589 + 20 / Coordinates.KM_OF_DEGREE);
        assertThat(box.west()).isLessThan(-84.1916);
        assertThat(box.east()).isGreaterThan(-84.1916);
    }

    /** Its last islands have longitudes of the other half of the world. */
    @Test
    void alaskaIsInOnePiece() {
        MapFrame frame = MapFrame.around(Gazetteer.get().outline("AK"));
        for (Coordinates place : List.of(
                new Coordinates(61.2181, -149.9003), // Anchorage
                new Coordinates(52.8331, 173.1772), // Attu
                new Coordinates(51.8800, -176.6581), // Adak
                new Coordinates(55.3422, -131.6461))) { // Ketchikan
            assertThat(frame.shows(frame.spot(place, 0))).as(place.written()).isTrue();
        }
        assertThat(frame.spot(new Coordinates(52.8331, 173.1772), 0).x())
                .as("Attu is west of Adak")
                .isLessThan(frame.spot(new Coordinates(51.88, -176.6581), 0).x());
        Box aroundAttu = MapFrame.around(new Coordinates(52.8331, 173.1772), 20).box();
        assertThat(aroundAttu.west()).isLessThan(173.1772);
        assertThat(aroundAttu.east()).isGreaterThan(173.1772);
    }

    @Test
    void cornersThatNobodyCouldTellApartAreOne() {
        MapFrame frame = MapFrame.around(DAYTON, 20);
        float[] line = {-84.3f, 39.7f, -84.3001f, 39.7001f, -84.1f, 39.8f};
        assertThat(frame.path(List.of(line), false)).matches("M[-\\d. ]+L[-\\d. ]+");
        float[] ring = {-84.3f, 39.7f, -84.1f, 39.7f, -84.1f, 39.8f};
        assertThat(frame.path(List.of(ring), true)).matches("M[-\\d. ]+L[-\\d. ]+L[-\\d. ]+Z");
        float[] tiny = {-84.3f, 39.7f, -84.3001f, 39.7f, -84.3f, 39.7001f};
        assertThat(frame.path(List.of(tiny), true))
                .as("an island without an area")
                .isEmpty();
    }
}
