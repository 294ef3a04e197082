package org.callboard.platform;

import java.beans.PropertyEditorSupport;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Reads the ids of paths and forms as {@link Ids} does those of queries. It is an editor, since Spring falls back to its
 * own reading where a converter refuses a text.
 */
@ControllerAdvice
class IdsInAddresses {

    @InitBinder
    void read(WebDataBinder binder) {
        binder.registerCustomEditor(Long.class, new Editor());
        binder.registerCustomEditor(long.class, new Editor());
    }

    private static final class Editor extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            setValue(text.isEmpty() ? null : Ids.parseOne(text));
        }
    }
}
