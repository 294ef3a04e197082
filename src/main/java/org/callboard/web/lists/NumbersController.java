package org.callboard.web.lists;

import java.nio.charset.StandardCharsets;
import org.callboard.access.PageAccess;
import org.callboard.access.Role;
import org.callboard.access.Tenants;
import org.callboard.contactpoints.PhoneFormat;
import org.callboard.people.CurrentUser;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Phone numbers as people of the company's country write them, so that a form can show what was understood. */
@Controller
class NumbersController {

    private final Tenants tenants;

    NumbersController(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The number; what can't be read as one comes back as it is. */
    @GetMapping("/numbers/format")
    @PageAccess(Role.CSR)
    ResponseEntity<String> format(@RequestParam String value) {
        String region = tenants.get(CurrentUser.get().tenantId()).region();
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(new PhoneFormat(region).shown(value));
    }
}
