package org.callboard.demo;

import java.time.Clock;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything here exists only where the demonstration was asked for. */
@Configuration(proxyBeanMethods = false)
@Conditional(DemoAsked.class)
@Import({
    Demo.class,
    DemoStore.class,
    DemoSettings.class,
    DemoPeople.class,
    DemoCustomers.class,
    DemoDetails.class,
    DemoJobs.class,
    DemoAnswers.class,
    DemoVisits.class,
    DemoInquiries.class,
    DemoLeads.class,
    DemoTelephone.class,
    DemoCalls.class,
    DemoCallOutcomes.class,
    DemoRing.class,
    DemoCredentials.class,
    DemoBookingPage.class,
    DemoWeek.class,
    DemoMessage.class,
    DemoNotices.class,
    Colleagues.class
})
class DemoConfiguration {

    /** Lets the services believe the time of the event that is being played; at all other times the clock is untouched. */
    @Bean
    static BeanPostProcessor demoClock() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Clock clock ? new DemoClock(clock) : bean;
            }
        };
    }
}
