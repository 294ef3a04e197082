package org.callboard.web.docs;

import org.callboard.access.OpenAccess;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DocsController {

    @GetMapping("/docs/api")
    @OpenAccess("the published description of the API, which holds no data of anybody")
    String api() {
        return "docs/api";
    }
}
