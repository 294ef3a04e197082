package org.callboard.paging;

import java.beans.PropertyEditorSupport;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads the ids of paths and forms as {@link Ids} does those of queries and bodies. It is an editor, since Spring falls
 * back to its own reading where a converter refuses a text.
 */
@ControllerAdvice
public class IdsInAddresses {

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(Long.class, new Editor(Ids::parseOne));
        binder.registerCustomEditor(long.class, new Editor(Ids::parseOne));
        binder.registerCustomEditor(UUID.class, new Editor(Ids::parseGuid));
    }

    private static final class Editor extends PropertyEditorSupport {
        private final Function<String, Object> reading;

        Editor(Function<String, Object> reading) {
            this.reading = reading;
        }

        @Override
        public void setAsText(String text) {
            setValue(text.isEmpty() ? null : reading.apply(text));
        }
    }
}
