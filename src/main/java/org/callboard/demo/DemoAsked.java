package org.callboard.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * True where Callboard was started with {@code --demo}. The argument alone counts: a property of that name could also come
 * from the environment, and nobody is to get a demonstration tenant by accident.
 */
final class DemoAsked implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        var beans = context.getBeanFactory();
        return beans != null && beans.getBean(ApplicationArguments.class).containsOption("demo");
    }
}
