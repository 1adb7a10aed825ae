package fr.isere.iris.models;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** The threads that answers and probes of engines run on, and where it is told what answers took. */
class EngineRoom implements AutoCloseable {

    private final ExecutorService workers;
    private final ScheduledThreadPoolExecutor timer;
    private final ApplicationEventPublisher events;

    EngineRoom(ApplicationEventPublisher events) {
        this.events = events;
        workers = Executors.newCachedThreadPool(daemons("models-"));
        timer = new ScheduledThreadPoolExecutor(1, daemons("models-timer-"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static ThreadFactory daemons(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    /** For what may take its time. */
    ExecutorService workers() {
        return workers;
    }

    /** For what is due later and takes none. */
    ScheduledThreadPoolExecutor timer() {
        return timer;
    }

    /** Tells who measures, who may take their time. */
    void tell(AnswerMeasured measured) {
        workers.execute(() -> events.publishEvent(measured));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        workers.shutdown();
    }
}
