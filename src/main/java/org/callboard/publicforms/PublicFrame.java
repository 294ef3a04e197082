package org.callboard.publicforms;

import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
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
        model.addAttribute("look", appearance);
        model.addAttribute("limits", PersonAnswers.MAX_LENGTH);
        model.addAttribute("phone", phone);
        model.addAttribute("call", call(phone, company.region()));
        return company;
    }

    /** What a telephone dials. */
    private static @Nullable String call(@Nullable String phone, String region) {
        return phone == null ? null : new PhoneFormat(region).dialed(phone);
    }
}
