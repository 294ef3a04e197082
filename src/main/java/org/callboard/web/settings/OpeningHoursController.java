package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.openinghours.OpeningHours;
import org.callboard.people.CurrentUser;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The hours of each weekday, with the holidays below. */
@Controller
class OpeningHoursController {

    private static final List<Option> DAYS = Stream.of(DayOfWeek.values())
            .map(day -> new Option(OpeningHours.field(day), OpeningHours.name(day)))
            .toList();

    private final OpeningHours hours;
    private final HolidaySettings holidays;
    private final Tenants tenants;

    OpeningHoursController(OpeningHours hours, HolidaySettings holidays, Tenants tenants) {
        this.hours = hours;
        this.holidays = holidays;
        this.tenants = tenants;
    }

    @GetMapping("/settings/opening-hours")
    @PageAccess(Role.Manager)
    String show(Model model) {
        Form form = Form.blank();
        hours.texts(CurrentUser.get().tenantId()).forEach((day, text) -> form.with(OpeningHours.field(day), text));
        return page(form, model);
    }

    @PostMapping("/settings/opening-hours")
    @PageAccess(Role.Manager)
    String save(Form form, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        long tenant = CurrentUser.get().tenantId();
        if (form.saved(
                response,
                () -> hours.save(
                        tenant,
                        Stream.of(DayOfWeek.values())
                                .collect(Collectors.toMap(
                                        Function.identity(), day -> form.textOrEmpty(OpeningHours.field(day))))))) {
            redirect.addFlashAttribute("toast", "The opening hours are saved.");
            return "redirect:/settings/opening-hours";
        }
        return page(form, model);
    }

    private String page(Form form, Model model) {
        long tenant = CurrentUser.get().tenantId();
        model.addAttribute("form", form);
        model.addAttribute("days", DAYS);
        model.addAttribute("maxLength", OpeningHours.MAX_LENGTH);
        model.addAttribute("zone", tenants.get(tenant).timeZone().getDisplayName(TextStyle.FULL_STANDALONE, Locale.US));
        model.addAttribute(
                "holidays", holidays.list(tenant).stream().filter(Line::active).toList());
        return "settings/opening-hours";
    }
}
