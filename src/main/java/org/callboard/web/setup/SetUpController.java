package org.callboard.web.setup;

import jakarta.servlet.http.HttpServletResponse;
import org.callboard.access.OpenAccess;
import org.callboard.access.Tenants;
import org.callboard.web.layout.Form;
import org.callboard.web.layout.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page of a fresh Callboard. */
@Controller
class SetUpController {

    private final SetUp setUp;
    private final SetUpCode code;
    private final Tenants tenants;

    SetUpController(SetUp setUp, SetUpCode code, Tenants tenants) {
        this.setUp = setUp;
        this.code = code;
        this.tenants = tenants;
    }

    @GetMapping("/setup")
    @OpenAccess("only while there is no company, and only with the code that was printed at the start")
    String form(@RequestParam(name = "code", required = false) @Nullable String given, Model model) {
        if (!tenants.none()) {
            return "redirect:/";
        }
        code.require(given);
        return form(model, Form.blank().with("region", "US").with("code", given));
    }

    @PostMapping("/setup")
    @OpenAccess("only while there is no company, and only with the code that was printed at the start")
    String setUp(SetUp.Draft draft, Form form, HttpServletResponse response, Model model) {
        if (!tenants.none()) {
            return "redirect:/";
        }
        code.require(draft.code());
        return form.saved(response, () -> setUp.run(draft)) ? "redirect:/sign-in?ready" : form(model, form);
    }

    private static String form(Model model, Form form) {
        model.addAttribute("form", form);
        model.addAttribute("timeZones", Option.timeZones());
        model.addAttribute("countries", Option.countries());
        return "setup/setup";
    }
}
