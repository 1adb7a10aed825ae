package fr.isere.iris.chat;

import fr.isere.iris.retention.Lifetimes;
import java.util.Map;
import org.slf4j.MDC;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The threads of the chat. */
@Configuration(proxyBeanMethods = false)
class ChatConfiguration {

    private static final int KEEPERS = 8;

    /** Stores what engines say; a store that is slow makes these wait, never an engine nor a reader. */
    @Bean
    ThreadPoolTaskScheduler answerScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(KEEPERS);
        scheduler.setThreadNamePrefix("answers-");
        scheduler.setRemoveOnCancelPolicy(true);
        // When the instance stops, answers go on being stored while the web server lets its readers finish.
        scheduler.setAcceptTasksAfterContextClose(true); // else what repeats ends with the beginning of the stop
        scheduler.setPhase(Answers.PHASE - 1);
        return scheduler;
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> policyTeller(Lifetimes lifetimes, ApplicationEventPublisher events) {
        return ready -> events.publishEvent(new RetentionPolicy(lifetimes));
    }

    /** One thread a reader (virtual where Java has them): a browser that reads slowly holds its own and no other. */
    @Bean
    WebMvcConfigurer streams(ChatSettings settings) {
        SimpleAsyncTaskExecutor readers = new SimpleAsyncTaskExecutor("readers-");
        readers.setVirtualThreads(ClassUtils.hasMethod(Thread.class, "isVirtual"));
        readers.setTaskDecorator(ChatConfiguration::traced);
        readers.setConcurrencyLimit(settings.maxStreams());
        readers.setRejectTasksWhenLimitReached(true);
        return new WebMvcConfigurer() {
            @Override
            public void configureAsyncSupport(AsyncSupportConfigurer async) {
                async.setTaskExecutor(readers);
                async.setDefaultTimeout(-1);
            }
        };
    }

    /** What is logged in there bears the trace id of the request. */
    private static Runnable traced(Runnable reading) {
        Map<String, String> request = MDC.getCopyOfContextMap();
        return () -> {
            if (request != null) {
                MDC.setContextMap(request);
            }
            try {
                reading.run();
            } finally {
                MDC.clear();
            }
        };
    }
}
