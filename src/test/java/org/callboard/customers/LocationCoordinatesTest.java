package org.callboard.customers;

import static org.assertj.core.api.Assertions.assertThat;

import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a location's point, of who named it and of how far it was checked, when its address is replaced. */
class LocationCoordinatesTest {

    private static final String PINNED = "39.7589 -84.1916 User Verified";

    private static final Office OFFICE = new Office();
    private static final Api API = OFFICE.api;
    private static final long CUSTOMER = OFFICE.customer("Ann").get("id").longValue();

    private static String create(String point, String more) {
        String body = """
                {"customerId":%d,"name":"Lake house","address":{"street":"12 Oak St","unit":null,"city":"Dayton",
                 "state":"OH","zip":"45402","country":"USA"%s}%s}
                """.formatted(CUSTOMER, point, more);
        String locations = API.path("crm/v2", "/locations");
        return locations + "/" + Office.ok(API.post(locations, body)).get("id").longValue();
    }

    private static String stored(String location) {
        return OFFICE.tenant.caller.call(() -> Server.bean(JdbcClient.class)
                .sql("""
                        select concat_ws(' ', latitude, longitude, coordinates_source, coordinates_verification_status)
                        from location where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", OFFICE.tenant.id)
                .param("id", Long.parseLong(location.replaceFirst(".*/", "")))
                .query(String.class)
                .single());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the same house
                "12 Oak Street     | ''    | Dayton | 45402      | USA    |              | " + PINNED,
                "12 OAK ST         | ''    | DAYTON | 45402-1234 | USA    |              | " + PINNED,
                "12 Oak St         | Apt 4 | Dayton | 45402      | USA    |              | " + PINNED,
                "12 Oak St Apt 4   | ''    | Dayton | 45402      | USA    |              | " + PINNED,
                "12 Oak St         | ''    | Dayton | 45402      | United States | ,'latitude':39.7589,'longitude':-84.1916 | "
                        + PINNED,
                // another
                "14 Oak St         | ''    | Dayton | 45402      | USA    |              | ''",
                "12 Oak Ave        | ''    | Dayton | 45402      | USA    |              | ''",
                "12 Elm St         | ''    | Dayton | 45402      | USA    |              | ''",
                "12 Oak St         | ''    | Dayton | 45403      | USA    |              | ''",
                "12 Oak St         | ''    | Dayton | 45402      | France |              | ''",
                // who names a point says so
                "12 Oak St         | ''    | Dayton | 45402      | USA    | ,'latitude':39.8001,'longitude':-84.1999 | 39.8001 -84.1999 Imported Unverified",
                "14 Oak St         | ''    | Dayton | 45402      | USA    | ,'latitude':39.7589,'longitude':-84.1916 | 39.7589 -84.1916 Imported Unverified",
                "12 Oak Street     | ''    | Dayton | 45402      | USA    | ,'latitude':null,'longitude':null | ''",
            })
    void thePointStaysInItsHouse(
            String street, String unit, String city, String zip, String country, String point, String expected) {
        String location = create(
                ",\"latitude\":39.7589,\"longitude\":-84.1916",
                ",\"coordinatesSource\":\"User\",\"coordinatesVerificationStatus\":\"Verified\"");
        assertThat(stored(location)).isEqualTo(PINNED);
        Office.ok(API.patch(location, """
                {"address":{"street":"%s","unit":"%s","city":"%s","state":"OH","zip":"%s","country":"%s"%s}}
                """.formatted(
                        street, unit, city, zip, country, point == null ? "" : point.replace('\'', '"'))));
        assertThat(stored(location)).isEqualTo(expected);
        Office.ok(API.patch(location, "{\"name\":\"Cabin\"}"));
        assertThat(stored(location)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",'latitude':39.7589,'longitude':-84.1916 |                                | 39.7589 -84.1916 Imported Unverified",
                ",'latitude':39.7589,'longitude':-84.1916 | ,'coordinatesSource':'System'  | 39.7589 -84.1916 System Unverified",
                "                                          |                                | ''",
                "                                          | ,'coordinatesSource':'None'    | None",
            })
    void aNewPointIsAProgramsOwnUnlessItSaysOtherwise(String point, String more, String expected) {
        assertThat(stored(create(
                        point == null ? "" : point.replace('\'', '"'), more == null ? "" : more.replace('\'', '"'))))
                .isEqualTo(expected);
    }

    /** Within range the two may be swapped too; that is a warning, since a program may mean it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-112.07 | 33.45  | address.latitude address.longitude | The two look swapped: latitude 33.45 and longitude -112.07 make a point.",
                "-118.24 | 34.05  | address.latitude address.longitude | The two look swapped: latitude 34.05 and longitude -118.24 make a point.",
                "112.07  | -33.45 | address.latitude address.longitude | The two look swapped: latitude -33.45 and longitude 112.07 make a point.",
                "91      | 200    | address.latitude address.longitude | At most 90 is expected.",
                "33.45   | -181   | address.longitude                  | At least -180 is expected.",
            })
    void whatIsOutOfRangeIsRefusedAndTheSwappedPairIsNamed(
            String latitude, String longitude, String fields, String sentence) {
        Api.Answer answer = API.post(API.path("crm/v2", "/locations"), """
                {"customerId":%d,"name":"Home","address":{"street":"1 Main St","city":"Phoenix","state":"AZ","zip":"85004",
                 "country":"USA","latitude":%s,"longitude":%s}}""".formatted(CUSTOMER, latitude, longitude));
        assertThat(Office.wrong(answer)).containsExactlyInAnyOrder(fields.split(" "));
        assertThat(answer.text()).contains(sentence);
    }
}
