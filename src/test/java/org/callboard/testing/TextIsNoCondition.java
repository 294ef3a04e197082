package org.callboard.testing;

import java.util.Set;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Fails every page that takes a text for a condition. To Thymeleaf the words "no", "off" and "false" are not true, so
 * that a customer's note "no" would be left out; {@code != null} is what such a page means.
 */
final class TextIsNoCondition extends AbstractProcessorDialect {

    private static final int JUST_BEFORE_IF = 299; // and behind "each"

    TextIsNoCondition() {
        super("Text is no condition", "th", StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Check(prefix, "if"), new Check(prefix, "unless"));
    }

    private static final class Check extends AbstractAttributeTagProcessor {

        Check(String prefix, String attribute) {
            super(TemplateMode.HTML, prefix, null, false, attribute, true, JUST_BEFORE_IF, false);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler structure) {
            Object is = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value)
                    .execute(context);
            if (is instanceof CharSequence) {
                throw new TemplateProcessingException(
                        "a text is no condition: " + value, tag.getTemplateName(), tag.getLine(), tag.getCol());
            }
        }
    }
}
