package org.callboard.web.settings;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.addresses.Address;
import org.callboard.addresses.OneLineAddress;
import org.callboard.geocoding.AddressProviders;
import org.callboard.geocoding.AddressProviders.SetUp;
import org.callboard.geocoding.AddressProviders.Tried;
import org.callboard.geocoding.ProviderKind;
import org.callboard.geocoding.ProviderSettings;
import org.callboard.people.CurrentUser;
import org.callboard.validation.FieldErrors;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which geocoder the company asks about addresses, if any, with a question to try it. */
@Controller
@RequestMapping("/settings/address-lookup")
class AddressLookupController {

    private static final String ADDRESS = "address";
    private static final int MAX_LENGTH = 500;

    private static final List<Option> PROVIDERS = Arrays.stream(ProviderKind.values())
            .map(kind -> new Option(kind.name(), kind.label()))
            .toList();

    /**
     * What the page shows.
     *
     * @param on whether a geocoder is chosen
     * @param trial the form with an address to try it with
     * @param tried what came of that
     */
    record View(
            Form form,
            boolean on,
            boolean hasKey,
            int askedToday,
            Form trial,
            @Nullable Tried tried) {

        public List<Option> providers() {
            return PROVIDERS;
        }

        public ProviderKind[] kinds() {
            return ProviderKind.values();
        }
    }

    private final AddressProviders providers;

    AddressLookupController(AddressProviders providers) {
        this.providers = providers;
    }

    @GetMapping
    @PageAccess(Role.Manager)
    ModelAndView page() {
        SetUp known = providers.setUp(tenant());
        return page(known, stored(known), Form.blank(), null);
    }

    @PostMapping
    @PageAccess(Role.Manager)
    ModelAndView save(Form form, HttpServletResponse response, RedirectAttributes redirect) {
        if (form.saved(response, () -> providers.save(tenant(), settings(form), form.text("key")))) {
            redirect.addFlashAttribute(
                    "toast",
                    form.text("provider") == null
                            ? "No address leaves this server."
                            : "Address lookup is saved. Try it with an address.");
            return new ModelAndView("redirect:/settings/address-lookup");
        }
        return page(providers.setUp(tenant()), form, Form.blank(), null);
    }

    @PostMapping("/try")
    @PageAccess(Role.Manager)
    ModelAndView tryOut(Form trial, HttpServletResponse response) {
        Address address = OneLineAddress.part(trial.textOrEmpty(ADDRESS));
        Tried[] tried = new Tried[1];
        trial.saved(response, () -> {
            new FieldErrors()
                    .maxLength(ADDRESS, trial.text(ADDRESS), MAX_LENGTH)
                    .addIf(address == null, ADDRESS, "Enter street, city, state and ZIP code in one line.")
                    .throwIfAny();
            tried[0] = address == null ? null : providers.tryOut(tenant(), address);
        });
        SetUp known = providers.setUp(tenant());
        return page(known, stored(known), trial, tried[0]);
    }

    private ProviderSettings settings(Form form) {
        return form.all(() -> form.draft(ProviderSettings.class), this::check);
    }

    /** Without a geocoder nothing else counts. */
    private void check(ProviderSettings settings) {
        if (settings.provider() != null) {
            providers.check(settings);
        }
    }

    private static Form stored(SetUp known) {
        ProviderSettings settings = known.settings();
        return Form.blank()
                .with("provider", settings.provider())
                .with("url", settings.url())
                .with("callsASecond", settings.callsASecond())
                .with("callsADay", settings.callsADay());
    }

    private ModelAndView page(SetUp known, Form form, Form trial, @Nullable Tried tried) {
        return new ModelAndView(
                "settings/address-lookup",
                "view",
                new View(
                        form,
                        known.settings().provider() != null,
                        known.hasKey(),
                        providers.askedToday(tenant()),
                        trial,
                        tried));
    }

    private static long tenant() {
        return CurrentUser.get().tenantId();
    }
}
