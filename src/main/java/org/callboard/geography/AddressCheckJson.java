package org.callboard.geography;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.callboard.addresses.Address;
import org.callboard.addresses.ParsedAddress.Kind;
import org.callboard.geography.AddressVerdict.Components;
import org.callboard.geography.AddressVerdict.Problem;
import org.callboard.geography.AddressVerdict.Suggestion;
import org.jspecify.annotations.Nullable;

/** The wire shape of what was found out about an address. */
@Schema(name = "AddressCheck")
public record AddressCheckJson(
        NextAction nextAction,
        Components components,
        Kind kind,
        boolean deliverableOnly,
        Address standard,
        CoordinatesVerdict coordinates,
        PlaceZone timeZone,
        @Nullable ServiceAreaVerdict serviceArea,
        List<Problem> problems,
        List<Suggestion> suggestions,
        List<String> checkedBy) {

    /**
     * Whether somebody of the company goes there.
     *
     * @param rule what of its areas decides, such as {@code ZIP 45402}; null outside
     */
    @Schema(name = "ServiceAreaVerdict")
    public record ServiceAreaVerdict(
            boolean inside, @Nullable String rule) {}

    /**
     * @param tenantZone the company's own zone, which stands where no other is known
     * @param serviceArea null where the company has no areas
     * @param provider the geocoder that was asked too; null for none
     */
    public static AddressCheckJson from(
            AddressVerdict verdict,
            String tenantZone,
            @Nullable ServiceAreaVerdict serviceArea,
            @Nullable String provider) {
        PlaceZone zone = verdict.timeZone();
        return new AddressCheckJson(
                verdict.nextAction(),
                verdict.components(),
                verdict.kind(),
                verdict.deliverableOnly(),
                verdict.standard(),
                verdict.coordinates(),
                zone == null ? new PlaceZone(tenantZone, PlaceZone.From.Tenant) : zone,
                serviceArea,
                verdict.problems(),
                verdict.suggestions(),
                Stream.of("offline " + Gazetteer.get().version(), provider)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }
}
