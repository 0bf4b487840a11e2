--- `:Copydesk` and its subcommands.
local M = {}

local client_of = require("copydesk.client")
local pick = require("copydesk.pick")
local show = require("copydesk.show")

--- Shows what the program writes for `arguments`.
local function shown(title, arguments)
  client_of.run(0, arguments, function(result)
    local text = vim.trim(result.stdout or "")
    if result.code ~= 0 and text == "" then
      return client_of.say(vim.trim(result.stderr or ""), vim.log.levels.ERROR)
    end
    show.text(title, text)
  end)
end

--- The longest of `names` that stands in `line` over byte `at` (from 1).
local function over(names, line, at)
  local best
  for _, name in ipairs(names) do
    local from = line:find(name, math.max(1, at - #name + 1), true)
    if from and from <= at and #name > #(best or "") then
      best = name
    end
  end
  return best
end

--- The name at the cursor as the sources have it, else the word there.
local function name_here(done)
  local word = vim.fn.expand("<cword>")
  local line, at = vim.api.nvim_get_current_line(), vim.api.nvim_win_get_cursor(0)[2] + 1
  local client = client_of.of(0)
  if word == "" or not client then
    return done(word)
  end
  client_of.symbols(client, word, function(found)
    local names = pick.named(found)
    done(over(names, line, at) or #names == 1 and names[1] or word)
  end)
end

local function who(name)
  if name ~= "" then
    return shown("who", { "who", "--", name })
  end
  name_here(function(here)
    if here == "" then
      return client_of.say("whom? :Copydesk who NAME")
    end
    shown("who", { "who", "--", here })
  end)
end

--- The command that accepts the finding at the cursor, as the server offers it.
local function acceptance(client, buffer, done)
  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {} }
  client:request("textDocument/codeAction", params, function(_, actions)
    for _, action in ipairs(actions or {}) do
      local command = type(action.command) == "table" and action.command or action
      if command.command == "copydesk.accept" then
        return done(command)
      end
    end
    client_of.say("there is no finding at the cursor")
  end, buffer)
end

local function send_acceptance(client, buffer, command, reason)
  local argument = vim.tbl_extend("force", command.arguments[1], { reason = reason })
  local params = { command = command.command, arguments = { argument } }
  client:request("workspace/executeCommand", params, function(problem, answer)
    if problem or not answer or not answer.accepted then
      local why = problem and problem.message or answer and answer.problem or "no answer"
      return client_of.say("not accepted: " .. why, vim.log.levels.ERROR)
    end
    client_of.say("accepted, noted in " .. vim.fn.fnamemodify(answer.file, ":~:."))
  end, buffer)
end

local function accept(reason)
  local buffer = vim.api.nvim_get_current_buf()
  client_of.with(buffer, function(client)
    acceptance(client, buffer, function(command)
      if reason ~= "" then
        return send_acceptance(client, buffer, command, reason)
      end
      vim.ui.input({ prompt = "Why is it right as it stands? " }, function(given)
        if given and given ~= "" then
          send_acceptance(client, buffer, command, given)
        end
      end)
    end)
  end)
end

--- Whether nothing was opened or written in the current window yet.
local function is_fresh()
  return vim.api.nvim_buf_get_name(0) == ""
    and vim.bo.buftype == ""
    and not vim.bo.modified
    and vim.api.nvim_buf_line_count(0) == 1
end

local function demo(folder)
  folder = folder ~= "" and vim.fs.normalize(folder) or vim.fn.tempname()
  client_of.run(0, { "demo", "--", folder }, function(result)
    local draft = vim.fs.joinpath(folder, "drafts", "pier.md")
    if vim.fn.filereadable(draft) == 0 then
      return client_of.say(vim.trim(result.stderr or ""), vim.log.levels.ERROR)
    end
    local open = is_fresh() and vim.cmd.edit or vim.cmd.tabedit
    open(vim.fn.fnameescape(draft))
    client_of.say("K: evidence · gra: fixes · CTRL-W d: message")
  end)
end

local function restart()
  local clients = vim.lsp.get_clients({ name = "copydesk" })
  vim.lsp.enable("copydesk", false)
  for _, client in ipairs(clients) do
    client:stop()
  end
  local tries = 0
  local function again()
    tries = tries + 1
    if #vim.lsp.get_clients({ name = "copydesk" }) == 0 then
      return vim.lsp.enable("copydesk")
    end
    if tries == 60 then
      -- The server did not leave when asked to.
      for _, client in ipairs(vim.lsp.get_clients({ name = "copydesk" })) do
        client:stop(true)
      end
    end
    vim.defer_fn(again, 50)
  end
  again()
end

--- What the server logged in `lines`, the newest last.
local function logged()
  local path = vim.lsp.log.get_filename()
  local lines = {}
  if vim.fn.filereadable(path) == 1 then
    for _, line in ipairs(vim.fn.readfile(path, "", -2000)) do
      if line:find("copydesk", 1, true) then
        table.insert(lines, line)
      end
    end
  end
  return path, lines
end

local function log()
  local path, lines = logged()
  local text = ("Log: %s\n\n%s"):format(path, table.concat(lines, "\n"))
  local client = client_of.of(0)
  if not client then
    return show.text("log", "No server runs.\n" .. text)
  end
  client:request("workspace/executeCommand", { command = "copydesk.debugReport" }, function(_, report)
    show.text("log", (report or "") .. "\n" .. text)
  end)
end

local function picked(kinds)
  return function(query)
    pick.choose(vim.api.nvim_get_current_buf(), kinds, query)
  end
end

local subcommands = {
  sources = function() shown("sources", { "sources" }) end,
  who = who,
  timeline = function() shown("timeline", { "timeline" }) end,
  quotations = picked(pick.quotations),
  names = picked(pick.names),
  accept = accept,
  demo = demo,
  restart = restart,
  log = log,
}

--- Names of the sources that have `lead`; waits half a second for them at most.
local function names(lead)
  local client = client_of.of(0)
  local answer = client and client:request_sync("workspace/symbol", { query = lead }, 500)
  return pick.named(answer and answer.result or {})
end

local function complete(lead, line)
  local before = line:match("Copydesk!?%s+(.*)$") or ""
  local sub, rest = before:match("^(%S+)%s+(.*)$")
  if not sub then
    local all = vim.tbl_keys(subcommands)
    table.sort(all)
    return vim.tbl_filter(function(name) return vim.startswith(name, lead) end, all)
  end
  if sub == "who" or sub == "names" then
    -- A name of two words is completed from the word where it began.
    local done = rest:sub(1, #rest - #lead)
    return vim.tbl_map(function(name)
      return vim.startswith(name, done) and name:sub(#done + 1) or name
    end, names(rest))
  end
  return sub == "demo" and vim.fn.getcompletion(lead, "dir") or {}
end

local function dispatch(call)
  local sub = call.fargs[1] or "sources"
  local run = subcommands[sub]
  if not run then
    return client_of.say("no such command: " .. sub, vim.log.levels.ERROR)
  end
  run(vim.trim(table.concat(call.fargs, " ", 2)))
end

function M.define()
  vim.api.nvim_create_user_command("Copydesk", dispatch, {
    nargs = "*",
    complete = complete,
    desc = "Copydesk: quotations against their sources",
  })
end

return M
