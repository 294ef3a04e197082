package org.callboard.web.docs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ResourceBundle;

/** Explains what is the same all over the document. Throws where there are no words: everything is explained. */
final class Words {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("openapi/words");

    private Words() {}

    /** Says what a parameter means by its name, where its own place says nothing more. */
    static void explain(Parameter parameter) {
        if (parameter.get$ref() == null && parameter.getDescription() == null) {
            parameter.setDescription(WORDS.getString("parameter." + parameter.getName()));
        }
    }

    /** Says what the operations of each tag are about. */
    static void explainTags(OpenAPI document) {
        document.setTags(document.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getTags)
                .flatMap(tags -> tags.stream())
                .distinct()
                .sorted()
                .map(tag -> new Tag().name(tag).description(WORDS.getString("tag." + tag)))
                .toList());
    }
}
