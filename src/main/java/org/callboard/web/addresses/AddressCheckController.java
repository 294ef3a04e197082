package org.callboard.web.addresses;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.addresses.Address;
import org.callboard.addresses.CountryRules;
import org.callboard.addresses.Limits.Street;
import org.callboard.geocoding.AddressProviders;
import org.callboard.geography.AddressCheck;
import org.callboard.geography.AddressVerdict;
import org.callboard.geography.Gazetteer;
import org.callboard.geography.PostalPlace;
import org.callboard.geography.Purpose;
import org.callboard.people.CurrentUser;
import org.callboard.search.Kind;
import org.callboard.search.Search;
import org.callboard.validation.VisibleText;
import org.callboard.web.layout.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pieces of page for an address that is being typed. They are asked for by scripts, offer, and change nothing. */
@Controller
class AddressCheckController {

    private static final Set<Kind> PLACES = EnumSet.of(Kind.Customer, Kind.Location);
    private static final int FOUND = 20;
    private static final int OFFERED = 4;

    /** A location or customer on record whose address begins like what is typed. */
    public record Own(String name, String href, Address address) {}

    /**
     * @param own addresses on record, the likeliest first
     * @param lookup whether the company's geocoder can be asked about the beginning of an address
     */
    record OwnAddresses(List<Own> own, boolean lookup) {}

    private final Search search;
    private final AddressProviders providers;
    private final Tenants tenants;

    AddressCheckController(Search search, AddressProviders providers, Tenants tenants) {
        this.search = search;
        this.providers = providers;
        this.tenants = tenants;
    }

    /** What is known of the parts that are typed so far, without asking anybody elsewhere. */
    @PostMapping("/addresses/check")
    @PageAccess(Role.CSR)
    ModelAndView check(Form form) {
        String region = tenants.get(CurrentUser.get().tenantId()).region();
        TypedAddress sent = TypedAddress.of(form);
        Address typed = sent.address();
        boolean american = CountryRules.of(typed.country(), region).code().equals("us");
        Purpose purpose =
                form.textOrEmpty("purpose").equals(Purpose.Billing.name()) ? Purpose.Billing : Purpose.Location;
        AddressVerdict verdict = AddressCheck.of(typed, sent.point(), purpose, region);
        List<AddressHelp.Line> lines = new ArrayList<>();
        if (sent.unread()) {
            lines.add(AddressHelp.Line.of(
                    form.textOrEmpty("pasted").contains("goo.gl")
                            ? "A short link does not say where it leads. Open it, and copy the long one."
                            : "No coordinates are found in this."));
        }
        lines.addAll(AddressHelp.lines(verdict, region.equals("US")));
        AddressHelp.Line standard = lines.isEmpty() ? AddressHelp.standard(verdict, typed) : null;
        if (standard != null) {
            lines.add(standard);
        }
        return new ModelAndView(
                "addresses/help :: help",
                "view",
                new AddressHelp(
                        lines,
                        american ? ofZip(typed.zip()) : null,
                        AddressHelp.Point.of(sent.pasted()),
                        AddressMap.of(
                                verdict.standard().state(), verdict.coordinates(), List.of(), region.equals("US")),
                        typed.whole() && providers.answers(CurrentUser.get().tenantId(), false)));
    }

    private static AddressHelp.@Nullable PlaceOfZip ofZip(String zip) {
        PostalPlace place = Gazetteer.get().zipAtStart(zip);
        return place == null ? null : new AddressHelp.PlaceOfZip(place.city(), place.state());
    }

    /** Addresses on record that begin like a street that is being typed: whoever lives there may be a customer already. */
    @GetMapping("/addresses/own")
    @PageAccess(Role.CSR)
    ModelAndView own(@RequestParam(defaultValue = "") String street) {
        String typed = VisibleText.strip(street);
        String door = first(typed);
        List<Own> own = door.equals(typed)
                        || typed.length() > Street.MAX
                        || door.chars().noneMatch(Character::isDigit)
                ? List.of()
                : search.find(CurrentUser.get().tenantId(), typed, PLACES, FOUND).hits().stream()
                        .filter(hit -> hit.active() && hit.address() != null)
                        .map(hit -> new Own(
                                hit.name(),
                                "/" + hit.kind().word() + "s/" + hit.id(),
                                Objects.requireNonNull(hit.address())))
                        .filter(one -> first(one.address().street()).equals(door))
                        .limit(OFFERED)
                        .toList();
        return new ModelAndView(
                "addresses/help :: own",
                "view",
                new OwnAddresses(own, providers.answers(CurrentUser.get().tenantId(), true)));
    }

    private static String first(String street) {
        int end = street.indexOf(' ');
        return Objects.requireNonNull(end < 0 ? street : street.substring(0, end))
                .toLowerCase(Locale.ROOT);
    }
}
