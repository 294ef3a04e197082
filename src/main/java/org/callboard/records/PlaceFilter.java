package org.callboard.records;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.callboard.platform.ActiveFilter;
import org.callboard.platform.FieldErrors;
import org.callboard.platform.Where;
import org.jspecify.annotations.Nullable;

/**
 * The filters that the lists of customers and of locations share. Words are found in any case and in part. They scan the
 * tenant's rows: behind a row-level policy no index serves a pattern, since its operators are not leakproof; a search
 * index is a later step.
 */
public record PlaceFilter(
        @Schema(description = "Finds in any case and in part.") @Nullable
        String name,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String street,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String unit,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String city,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String state,

        @Schema(description = "Finds in any case and in part.") @Nullable
        String zip,

        @Schema(description = "Finds in any case and in part.") @Nullable
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

        @Schema(description = "At most 50, separated by commas; needs externalDataKey.") @Nullable
        String externalDataValues) {

    private static final double METERS = 100;
    private static final double METERS_OF_A_DEGREE = 111_195;
    private static final int MOST_VALUES = 50;

    /** Adds the conditions. 400 where one of two filters that belong together is missing. */
    public Where applyTo(RecordKind kind, Where where) {
        List<String> values = externalDataValues == null
                ? List.of()
                : Arrays.stream(externalDataValues.split(",", -1))
                        .map(String::strip)
                        .toList();
        new FieldErrors()
                .addIf(latitude == null && longitude != null, "latitude", "A longitude needs a latitude.")
                .addIf(longitude == null && latitude != null, "longitude", "A latitude needs a longitude.")
                .addIf(
                        externalDataKey == null && externalDataValues != null,
                        "externalDataKey",
                        "externalDataValues need a key.")
                .addIf(
                        externalDataKey != null && externalDataValues == null,
                        "externalDataValues",
                        "externalDataKey needs values.")
                .addIf(
                        externalDataKey != null && externalDataApplicationGuid == null,
                        "externalDataApplicationGuid",
                        "externalDataKey needs the application.")
                .addIf(values.size() > MOST_VALUES, "externalDataValues", "At most 50 values are allowed.")
                .throwIfAny();
        for (String column : List.of("name", "street", "unit", "city", "state", "zip", "country")) {
            where.andIf("position(lower(:%1$s) in lower(%1$s)) > 0".formatted(column), column, text(column));
        }
        ActiveFilter.apply(active, where);
        near(where);
        return external(kind, where, values);
    }

    private @Nullable String text(String column) {
        return switch (column) {
            case "name" -> name;
            case "street" -> street;
            case "unit" -> unit;
            case "city" -> city;
            case "state" -> state;
            case "zip" -> zip;
            default -> country;
        };
    }

    /** The latitudes shortlist by an index; over this distance the earth is flat. */
    private void near(Where where) {
        if (latitude == null || longitude == null) {
            return;
        }
        double reach = METERS / METERS_OF_A_DEGREE;
        where.and("latitude >= :south", "south", latitude - reach)
                .and("latitude <= :north", "north", latitude + reach)
                .with("latitude", latitude)
                .with("longitude", longitude)
                .with("reach", reach)
                .and("""
                        power(latitude - :latitude, 2)
                            + power((mod((longitude - :longitude + 540)::numeric, 360) - 180)::float8
                                * cos(radians(:latitude)), 2) <= power(:reach, 2)
                        """);
    }

    private Where external(RecordKind kind, Where where, List<String> values) {
        UUID application = AttachedStore.applicationOrNobody(externalDataApplicationGuid);
        where.with("application", application);
        if (externalDataApplicationGuid == null) {
            return where;
        }
        String entry = externalDataKey == null ? "" : " and e.key = :externalKey and e.value = any(:externalValues)";
        if (externalDataKey != null) {
            where.with("externalKey", externalDataKey).with("externalValues", values.toArray(String[]::new));
        }
        return where.and(kind.sql("""
                exists (select from KIND_external_data e where e.tenant_id = :tenant and e.KIND_id = KIND.id
                    and e.application_guid = :application
                """) + entry + ")");
    }
}
