package org.callboard.validation;

import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
public class ValidationConfiguration {

    @Bean
    public ValidationConfigurationCustomizer constraints() {
        return configuration -> {
            configuration.addValueExtractor(new PatchedValues());
            if (configuration instanceof HibernateValidatorConfiguration hibernate) {
                ConstraintMapping blanks = hibernate.createConstraintMapping();
                blanks.constraintDefinition(NotBlank.class)
                        .includeExistingValidators(false)
                        .validatedBy(VisibleText.Required.class);
                hibernate.addMapping(blanks);
            }
        };
    }
}
