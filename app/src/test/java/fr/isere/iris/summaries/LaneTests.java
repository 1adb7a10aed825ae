package fr.isere.iris.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import fr.isere.iris.models.ModelRequest;
import fr.isere.iris.testing.ScriptedModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTests {

    private final ScriptedModel model = new ScriptedModel();
    private final Lane lane = new Lane();
    private final List<Call.News> news = new ArrayList<>();

    @Test
    void allSummariesTogetherLeaveASlotToConversations() {
        List<Call> calls = enter(5);

        assertThat(asked()).hasSize(3);
        assertThat(news)
                .containsExactly(
                        new Call.Waits(calls.get(3), 1),
                        new Call.Waits(calls.get(3), 1),
                        new Call.Waits(calls.get(4), 2));
    }

    @Test
    void whoWaitsGoesInInOrderAsOthersLeave() {
        List<Call> calls = enter(5);
        ScriptedModel.Asked first = model.nextAsked();
        asked();

        first.says("Fini").ends();

        assertThat(asked()).hasSize(1);
        assertThat(news.get(news.size() - 2)).isEqualTo(new Call.Waits(calls.get(4), 1));
    }

    @Test
    void whoIsCancelledBeforeItsTurnAsksNothing() {
        List<Call> calls = enter(4);
        asked();

        calls.get(3).cancel();
        calls.get(0).cancel();

        assertThat(model.isAsked()).isFalse();
    }

    @Test
    void aModelWithOneSlotIsShared() {
        for (int i = 0; i < 2; i++) {
            lane.enter(new Call(model, new ModelRequest(List.of(), 1), lane, news::add), 1);
        }

        assertThat(asked()).hasSize(1);
    }

    private List<Call> enter(int count) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Call call = new Call(model, new ModelRequest(List.of(), 1), lane, news::add);
            calls.add(call);
            lane.enter(call, model.slots());
        }
        return calls;
    }

    private List<ScriptedModel.Asked> asked() {
        List<ScriptedModel.Asked> asked = new ArrayList<>();
        while (model.isAsked()) {
            asked.add(model.nextAsked());
        }
        return asked;
    }
}
