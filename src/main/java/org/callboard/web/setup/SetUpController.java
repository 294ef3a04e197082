package org.callboard.web.setup;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.callboard.access.OpenAccess;
import org.callboard.access.Tenants;
import org.callboard.web.layout.Forms;
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

    private static final Set<String> FIELDS = Set.of("company", "timeZone", "region", "name", "email", "password");

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
        return form(model, new SetUp.Draft(null, null, "US", null, null, null, given));
    }

    @PostMapping("/setup")
    @OpenAccess("only while there is no company, and only with the code that was printed at the start")
    String setUp(SetUp.Draft draft, HttpServletResponse response, Model model) {
        if (!tenants.none()) {
            return "redirect:/";
        }
        code.require(draft.code());
        return Forms.saved(model, response, FIELDS, () -> setUp.run(draft))
                ? "redirect:/sign-in?ready"
                : form(model, draft);
    }

    private static String form(Model model, SetUp.Draft draft) {
        model.addAttribute("form", draft);
        model.addAttribute("timeZones", Option.timeZones());
        model.addAttribute("countries", Option.countries());
        return "setup/setup";
    }
}
