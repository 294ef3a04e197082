package org.callboard.addresschecks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.ProblemCode;
import org.callboard.http.OwnHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class AddressProblemsTest {

    private static final Problem CITY = new Problem(ProblemCode.CityUnknown, "city");
    private static final Problem POINT = new Problem(ProblemCode.Swapped, "coordinates");

    private static String said(AddressProblems problems) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        problems.announce(response);
        return response.getHeader(OwnHeaders.ADDRESS_PROBLEMS);
    }

    @Test
    void eachIsNamedByItsPath() {
        assertThat(said(new AddressProblems().add("address", List.of()))).isNull();
        assertThat(said(new AddressProblems()
                        .add("address", List.of(CITY))
                        .add("locations[1].address", List.of(CITY, POINT))))
                .isEqualTo("address.city=CityUnknown, locations[1].address.city=CityUnknown,"
                        + " locations[1].address.coordinates=Swapped");
    }

    /** A header has an end; a program that sends a thousand locations asks for each. */
    @Test
    void atMostFiftyAreNamed() {
        String fifty = said(new AddressProblems().add("a", Collections.nCopies(50, CITY)));
        assertThat(fifty.split(", ", -1)).hasSize(50).doesNotContain("...");
        String more = said(new AddressProblems().add("a", Collections.nCopies(51, CITY)));
        assertThat(more).isEqualTo(fifty + ", ...");
    }

    @Test
    void whatSomebodyCalledRightIsNotHeldAgainstTheAddress() {
        assertThat(SaidRight.open(List.of(CITY, POINT), null)).containsExactly(CITY, POINT);
        SaidRight right = new SaidRight("Dana", Instant.EPOCH, List.of(ProblemCode.CityUnknown));
        assertThat(SaidRight.open(List.of(CITY, POINT), right)).containsExactly(POINT);
        assertThat(SaidRight.open(List.of(CITY), right)).isEmpty();
    }
}
