package org.callboard.publicforms;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.addresses.AddressPart;
import org.callboard.addresses.CountryRules;
import org.callboard.contactpoints.PhoneFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around every page for a company's public. */
@Component
class PublicFrame {

    private final Tenants tenants;

    PublicFrame(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Fills the frame and gives the company. Needs the form's caller to be bound. */
    Tenant fill(Model model, long tenant, FormAppearance appearance, @Nullable String phone) {
        Tenant company = tenants.get(tenant);
        model.addAttribute("company", company.name());
        model.addAttribute("american", company.region().equals("US"));
        CountryRules rules = CountryRules.of(company.region(), null);
        model.addAttribute("needsState", rules.needs(AddressPart.State));
        model.addAttribute("needsZip", rules.needs(AddressPart.Zip));
        model.addAttribute("look", appearance);
        model.addAttribute("limits", PersonAnswers.MAX_LENGTH);
        model.addAttribute("phone", phone);
        model.addAttribute("call", call(phone, company.region()));
        return company;
    }

    /**
     * What the address of a page asks for, or the form on it; without a word it is as usual.
     *
     * @param again whether the form was sent before
     * @param outside whether it came from outside the service areas
     */
    record Visit(
            @Nullable String theme,
            @Nullable String embed,
            @Nullable String again,
            @Nullable String outside) {

        /** The look in these colors, which the response lets through. */
        FormAppearance look(HttpServletResponse response, Color color) {
            return FormAppearance.of(theme, "1".equals(embed), ContentPolicy.openTo(response), color);
        }
    }

    /**
     * What stands in a form.
     *
     * @param token null where it can't be sent
     * @param errors what is wrong with its fields
     * @param problem what is wrong with all of it
     */
    record Filled(
            @Nullable FormToken token,
            Answers answers,
            Map<String, List<String>> errors,
            @Nullable String problem) {

        /** A form that nobody has typed in. */
        static Filled blank(@Nullable FormToken token) {
            return new Filled(token, new Answers(Map.of()), Map.of(), null);
        }
    }

    /** Fills the form itself, which is sent to the address. */
    static void fill(Model model, String address, Filled form) {
        model.addAttribute("address", address);
        model.addAttribute("token", form.token == null ? "" : form.token.text());
        model.addAttribute("answers", form.answers);
        model.addAttribute("errors", form.errors);
        model.addAttribute("problem", form.problem);
    }

    /** What a telephone dials. */
    private static @Nullable String call(@Nullable String phone, String region) {
        return phone == null ? null : new PhoneFormat(region).dialed(phone);
    }
}
