package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenant;
import org.callboard.access.Tenants;
import org.callboard.people.CurrentUser;
import org.callboard.understanding.ChangeCompany;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The company itself, and what its Calls screen shows. */
@Controller
class CompanyController {

    private final Tenants tenants;
    private final ChangeCompany company;

    CompanyController(Tenants tenants, ChangeCompany company) {
        this.tenants = tenants;
        this.company = company;
    }

    @GetMapping("/settings")
    @PageAccess(Role.Manager)
    String start() {
        return "redirect:/settings/company";
    }

    @GetMapping("/settings/company")
    @PageAccess(Role.Manager)
    String company(Model model) {
        Tenant tenant = tenants.get(CurrentUser.get().tenantId());
        Form form = Form.blank()
                .with("name", tenant.name())
                .with("timeZone", tenant.timeZone().getId())
                .with("region", tenant.region());
        return company(model, form);
    }

    @PostMapping("/settings/company")
    @PageAccess(Role.Manager)
    String save(Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        if (form.saved(
                response, () -> company.update(tenant, form.raw("name"), form.raw("timeZone"), form.raw("region")))) {
            redirect.addFlashAttribute("toast", "The company is saved.");
            return "redirect:/settings/company";
        }
        return company(model, form);
    }

    @GetMapping("/settings/calls")
    @PageAccess(Role.Manager)
    String calls(Model model) {
        model.addAttribute(
                "form",
                Form.blank()
                        .with(
                                "showBookings",
                                tenants.get(CurrentUser.get().tenantId()).showBookingsOnCalls()));
        return "settings/calls";
    }

    @PostMapping("/settings/calls")
    @PageAccess(Role.Manager)
    String saveCalls(@RequestParam(defaultValue = "false") boolean showBookings, RedirectAttributes redirect) {
        tenants.showBookingsOnCalls(CurrentUser.get().tenantId(), showBookings);
        redirect.addFlashAttribute(
                "toast", showBookings ? "Bookings show on the Calls screen." : "Bookings are off the Calls screen.");
        return "redirect:/settings/calls";
    }

    private static String company(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("tenantId", CurrentUser.get().tenantId());
        model.addAttribute("timeZones", Option.timeZones());
        model.addAttribute("countries", Option.countries());
        return "settings/company";
    }
}
