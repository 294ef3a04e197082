package org.callboard.web.addresses;

import java.util.Optional;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.Coordinates;
import org.callboard.geocoding.AddressProviders;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.Purpose;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A piece of page with what the company's geocoder, if it has one, says of an address that is being typed. */
@Controller
class GeocoderController {

    private final AddressProviders providers;
    private final Tenants tenants;

    GeocoderController(AddressProviders providers, Tenants tenants) {
        this.providers = providers;
        this.tenants = tenants;
    }

    /** Takes as long as the geocoder, two seconds at the most; {@code typing} asks what the beginning may become. */
    @PostMapping("/addresses/lookup")
    @PageAccess(Role.CSR)
    ModelAndView lookup(Form form) {
        TypedAddress typed = TypedAddress.of(form);
        GeocoderOffers offers = form.flag("typing") ? beginning(typed.address()) : whole(typed);
        return new ModelAndView("addresses/help :: lookup", "view", offers);
    }

    private GeocoderOffers whole(TypedAddress typed) {
        Optional<AddressProviders.Found> found = typed.address().whole()
                ? providers.find(tenant(), verdict(typed.address()).standard())
                : Optional.empty();
        return found.map(one -> GeocoderOffers.of(one, typed)).orElse(GeocoderOffers.NONE);
    }

    private GeocoderOffers beginning(Address typed) {
        var about = verdict(typed).coordinates().approximate();
        Coordinates near = about == null ? null : about.middle();
        return providers
                .complete(tenant(), typed.toString(), near)
                .map(GeocoderOffers::ofBeginning)
                .orElse(GeocoderOffers.NONE);
    }

    private AddressVerdict verdict(Address typed) {
        return AddressCheck.of(
                typed, null, Purpose.Location, tenants.get(tenant()).region());
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
