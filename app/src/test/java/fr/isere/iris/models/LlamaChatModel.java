package fr.isere.iris.models;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.Pair;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** llama.cpp as LangChain4j sees models; answers on the thread that asks. */
class LlamaChatModel implements StreamingChatModel {

    private final LlamaModel llama;
    private final ModelDescription model;
    private final BooleanSupplier cancelled;

    LlamaChatModel(LlamaModel llama, ModelDescription model, BooleanSupplier cancelled) {
        this.llama = llama;
        this.model = model;
        this.cancelled = cancelled;
    }

    @Override
    public void doChat(ChatRequest request, StreamingChatResponseHandler handler) {
        int limit = Objects.requireNonNullElse(request.maxOutputTokens(), model.maxAnswerTokens());
        InferenceParameters parameters = new InferenceParameters("")
                .setMessages(system(request), dialogue(request))
                .setTemperature((float) model.sampling().temperature())
                .setTopP((float) model.sampling().topP())
                .setNPredict(limit);
        String prompt = llama.applyTemplate(parameters);
        int promptTokens = llama.encode(prompt).length;
        if (promptTokens + limit > model.contextWindow()) {
            handler.onError(new EngineException(EngineFailure.PROMPT_TOO_LONG));
            return;
        }
        StringBuilder text = new StringBuilder();
        LlamaIterator pieces = llama.generate(parameters.setPrompt(prompt)).iterator();
        while (pieces.hasNext()) {
            if (cancelled.getAsBoolean()) {
                pieces.cancel();
                return;
            }
            String piece = pieces.next().text;
            if (!piece.isEmpty()) {
                text.append(piece);
                handler.onPartialResponse(piece);
            }
        }
        // A piece may hold several tokens, those of one character: they are counted in the whole.
        int tokens = llama.encode(text.toString()).length;
        handler.onCompleteResponse(ChatResponse.builder()
                .aiMessage(AiMessage.from(text.toString()))
                .finishReason(tokens >= limit ? FinishReason.LENGTH : FinishReason.STOP)
                .tokenUsage(new TokenUsage(promptTokens, tokens))
                .build());
    }

    private static String system(ChatRequest request) {
        return request.messages().stream()
                .filter(SystemMessage.class::isInstance)
                .map(message -> ((SystemMessage) message).text())
                .findFirst()
                .orElse("");
    }

    private static List<Pair<String, String>> dialogue(ChatRequest request) {
        List<Pair<String, String>> dialogue = new ArrayList<>();
        for (ChatMessage message : request.messages()) {
            if (message instanceof UserMessage user) {
                dialogue.add(new Pair<>("user", user.singleText()));
            } else if (message instanceof AiMessage answer) {
                dialogue.add(new Pair<>("assistant", Objects.requireNonNullElse(answer.text(), "")));
            }
        }
        return dialogue;
    }
}
