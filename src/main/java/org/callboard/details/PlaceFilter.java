package org.callboard.details;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.callboard.paging.ActiveFilter;
import org.callboard.paging.CommaSeparated;
import org.callboard.paging.Where;
import org.callboard.validation.CheckedQuery;
import org.callboard.validation.FieldErrors;
import org.jspecify.annotations.Nullable;

/** The filters that the lists of customers and of locations share. Those that ask for words are the search's to answer. */
public record PlaceFilter(
        @Schema(
                description =
                        "Each word must begin a word of the name; case and accents make no difference. A value none of whose words is known is looked for anywhere in the name.")
        @Nullable
        String name,

        @Schema(
                description =
                        "As name; numbers must be whole, and St and Street, N and North, Apt 4 and #4 are the same.")
        @Nullable
        String street,

        @Schema(description = "As name; numbers must be whole, and #4, Unit 4 and Apt 4 are the same.") @Nullable
        String unit,

        @Schema(description = "As name; St and Saint, Ft and Fort are the same.") @Nullable
        String city,

        @Schema(description = "A whole state or province; OH and Ohio are the same.") @Nullable
        String state,

        @Schema(description = "As name.") @Nullable String zip,

        @Schema(description = "A whole country; US, USA and United States are the same.") @Nullable
        String country,

        @Schema(description = "With longitude: what lies within 100 m of the point.") @Min(-90) @Max(90) @Nullable
        Double latitude,

        @Schema(description = "With latitude: what lies within 100 m of the point.") @Min(-180) @Max(180) @Nullable
        Double longitude,

        @Schema(description = "Only the active ones by default.") @Nullable
        ActiveFilter active,

        @Schema(description = "Finds what has data of this application, and fills externalData.") @Nullable
        UUID externalDataApplicationGuid,

        @Schema(description = "Needs externalDataApplicationGuid and externalDataValues.") @Nullable
        String externalDataKey,

        @Schema(
                description =
                        "At most 50, separated by commas; needs externalDataKey. What was merged is found by its values as"
                                + " who lives on instead of it.")
        @Nullable
        CommaSeparated externalDataValues)
        implements CheckedQuery {

    private static final double METERS = 100;
    private static final double METERS_OF_A_DEGREE = 111_195;
    private static final int MAX_VALUES = 50;

    /** The index holds this many characters of a value. */
    private static final int START = 64;

    @Override
    public void check(FieldErrors errors) {
        errors.addIf(
                        latitude == null && longitude != null && !errors.has("latitude"),
                        "latitude",
                        "A longitude needs a latitude.")
                .addIf(
                        longitude == null && latitude != null && !errors.has("longitude"),
                        "longitude",
                        "A latitude needs a longitude.")
                .addIf(
                        externalDataKey == null && externalDataValues != null,
                        "externalDataKey",
                        "externalDataValues need a key.")
                .addIf(
                        externalDataKey != null && externalDataValues == null,
                        "externalDataValues",
                        "externalDataKey needs values.")
                .addIf(
                        externalDataKey != null
                                && externalDataApplicationGuid == null
                                && !errors.has("externalDataApplicationGuid"),
                        "externalDataApplicationGuid",
                        "externalDataKey needs the application.")
                .addIf(values().size() > MAX_VALUES, "externalDataValues", "At most 50 values are allowed.");
    }

    private List<String> values() {
        return externalDataValues == null ? List.of() : externalDataValues.values();
    }

    /** Adds the conditions. */
    public Where applyTo(RecordKind kind, Where where) {
        ActiveFilter.apply(active, where);
        near(where);
        return external(kind, where, values());
    }

    /** Over this distance the earth is flat. The meridians narrow it further where they neither meet nor begin again. */
    private void near(Where where) {
        if (latitude == null || longitude == null) {
            return;
        }
        double reach = METERS / METERS_OF_A_DEGREE;
        double aside = reach / Math.cos(Math.toRadians(Math.min(90, Math.abs(latitude) + reach)));
        where.and("latitude >= :south", "south", latitude - reach).and("latitude <= :north", "north", latitude + reach);
        if (aside < 1 && Math.abs(longitude) + aside < 180) {
            where.and("longitude >= :west", "west", longitude - aside)
                    .and("longitude <= :east", "east", longitude + aside);
        }
        where.bind("latitude", latitude)
                .bind("longitude", longitude)
                .bind("reach", reach)
                .and("""
                        power(latitude - :latitude, 2)
                            + power((mod((longitude - :longitude + 540)::numeric, 360) - 180)::float8
                                * cos(radians(:latitude)), 2) <= power(:reach, 2)
                        """);
    }

    private Where external(RecordKind kind, Where where, List<String> values) {
        UUID application = CustomDataStore.applicationOrNobody(externalDataApplicationGuid);
        where.bind("application", application);
        if (externalDataApplicationGuid == null) {
            return where;
        }
        if (externalDataKey == null) {
            return where.and("""
                    exists (select from external_data e where %s and e.application_guid = :application)
                    """.formatted(kind.owns("e")));
        }
        String[] starts = values.stream()
                .map(value -> value.substring(
                        0, value.offsetByCodePoints(0, Math.min(START, value.codePointCount(0, value.length())))))
                .toArray(String[]::new);
        return where.bind("externalKey", externalDataKey)
                .bind("externalValues", values.toArray(String[]::new))
                .bind("kind", kind.word())
                .and(kind.sql("""
                        id = any(array(
                            select unnest(array[e.owner_id, m.merged_to_id]) from external_data e
                            left join KIND m on m.tenant_id = e.tenant_id and m.id = e.owner_id
                                and m.merged_to_id is not null
                            where e.tenant_id = :tenant and e.owner_kind = :kind and e.application_guid = :application
                                and e.key = :externalKey and e.value_start = any(:externalStarts)
                                and e.value = any(:externalValues)))
                        """), "externalStarts", starts);
    }
}
